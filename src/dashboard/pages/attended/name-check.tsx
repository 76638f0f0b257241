import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { EntityKind } from '../../../domain/vocabulary.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { EntityLink } from '../../components/entity-link.tsx';
import { useStateInAddress } from '../../components/use-state-in-address.ts';
import { MatchNames, type NameMatch } from '../../operations/match-names.ts';
import { say } from './words.ts';

const mostNames = 250;
const linesOf = (text: string): string[] =>
  [...new Set(text.split(/[\n;；]/).map((line) => line.trim()))].filter(Boolean).slice(0, mostNames);

interface Props {
  readonly kinds: EntityKind[];
  /** Who meets the question; undefined while none is asked. */
  readonly met: ReadonlySet<string> | undefined;
}

/** A pasted list of names: whom each means, and whether they are among those found. */
export function NameCheck({ kinds, met }: Props) {
  const [names, setNames] = useStateInAddress('names');
  const [text, setText] = useState(names);
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
        <Button type="primary" disabled={linesOf(text).length === 0} onClick={() => setNames(linesOf(text).join('\n'))}>
          {say('check')}
        </Button>
      </p>
      {names && <Checked key={names} names={linesOf(names)} kinds={kinds} met={met} />}
    </section>
  );
}

function Checked({ names, kinds, met }: Props & { names: string[] }) {
  const query = useAnswer(MatchNames, { names, kinds });
  return (
    <Asked query={query} lines={names.length}>
      {({ matchNames }) => (
        <div className="wide">
          <table className="rows">
            <caption className="unseen">{say('names')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('input')}</th>
                <th scope="col">{say('status')}</th>
                <th scope="col">{say('who')}</th>
                {met && <th scope="col">{say('answer')}</th>}
              </tr>
            </thead>
            <tbody>
              {matchNames?.map((match) => (
                <OneName key={match.input} match={match} met={met} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Asked>
  );
}

function OneName({ match: { input, status, hits }, met }: { match: NameMatch; met: Props['met'] }) {
  const [chosen, setChosen] = useState(status === 'MATCHED' ? hits[0]?.entity.id : undefined);
  const entity = hits.find((hit) => hit.entity.id === chosen)?.entity;
  const options = hits.map((hit) => ({ value: hit.entity.id, label: [hit.entity.label, hit.entity.summary].filter(Boolean).join(' · ') }));
  return (
    <tr>
      <th scope="row">{input}</th>
      <td>{say(status)}</td>
      <td>
        {status === 'AMBIGUOUS' && (
          <Select
            aria-label={`${say('AMBIGUOUS')}: ${input}`}
            options={options}
            value={chosen}
            onChange={setChosen}
            style={{ minWidth: 260 }}
          />
        )}{' '}
        {entity && <EntityLink entity={entity} />}
      </td>
      {met && <td>{entity && say(met.has(entity.id) ? 'yes' : 'no')}</td>}
    </tr>
  );
}
