import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { keepToken } from '../api/token.ts';
import { say } from '../words.ts';

/** Asks for the token that a private graph wants, and asks all that the page asks anew with it. */
export function TokenForm() {
  const queries = useQueryClient();
  const [token, setToken] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keepToken(token);
    void queries.resetQueries();
  };
  return (
    <form onSubmit={submit} className="filters">
      <Input.Password
        aria-label={say('token')}
        placeholder={say('token')}
        value={token}
        onChange={({ target }) => setToken(target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={!token.trim()}>
        {say('useToken')}
      </Button>
    </form>
  );
}
