import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { keepToken } from '../api/token.ts';
import { say } from '../words.ts';

/** Asks for the token that a private graph wants, and begins anew with it. */
export function TokenForm() {
  const [token, setToken] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keepToken(token);
    window.location.reload();
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
