import { Button, Input } from 'antd';
import { useState } from 'react';
import { useStateInAddress } from '../../components/use-state-in-address.ts';
import { CheckedNames } from './checked-names.tsx';
import type { Criteria } from './use-criteria.ts';
import { say } from './words.ts';

const mostNames = 250;
const namesIn = (text: string): string[] => [...new Set(text.split(/[\n\t;；、，]/).map((name) => name.trim()))].filter(Boolean);

/** A pasted list of names: whom each means, and whether the question holds of them, if one is asked. */
export function NameCheck({ criteria }: { criteria: Criteria | undefined }) {
  const [names, setNames] = useStateInAddress('names');
  const [text, setText] = useState(names);
  const typed = namesIn(text);
  const wanted = namesIn(names).slice(0, mostNames);
  return (
    <section className="no-print">
      <h2>{say('names')}</h2>
      <Input.TextArea
        rows={4}
        aria-label={say('paste')}
        placeholder={say('paste')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p>
        <Button type="primary" disabled={typed.length === 0} onClick={() => setNames(typed.slice(0, mostNames).join('\n'))}>
          {say('check')}
        </Button>{' '}
        {typed.length > mostNames && <span role="status">{say('tooMany', { count: typed.length, most: mostNames })}</span>}
      </p>
      {wanted.length > 0 && <CheckedNames key={names} names={wanted} criteria={criteria} />}
    </section>
  );
}
