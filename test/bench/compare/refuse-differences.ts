import { canonicalJson } from '../../../src/domain/ids.ts';
import { manyRows } from '../operations.ts';
import type { PlainQuestion } from './plain-questions.ts';
import type { Asked, OwnQuestions, Question } from './questions-of.ts';
import type { ServerName } from './servers.ts';

/** A question that is answered with an error. */
export interface Failure {
  readonly operation: string;
  readonly server: ServerName;
  readonly message: string;
}

/** Asks everything once. Errors: an Error for answers that differ, and for any error of ours. Shape: the errors of peers. */
export async function refuseDifferences(all: readonly Asked[], own: OwnQuestions): Promise<Failure[]> {
  const differences: string[] = [];
  const failures: Failure[] = [];
  for (const { operation, questions } of all) {
    const { name } = operation;
    const [bare, asked] = [questions.filter(isBare), questions.filter((question) => !isBare(question))];
    const [ours, ...others] = await Promise.all(asked.map((question) => answerOf(question, own[question.server.name]?.[name])));
    if (!ours || ours.error) throw new Error(`${name}: ${ours?.error}`);
    for (const { server, error } of others) if (error) failures.push({ operation: name, server, message: error.slice(0, 200) });
    const differing = others.filter(({ said, error }) => !error && said !== ours.said);
    differences.push(...differing.map(({ server, said }) => `${name}: ${server} answers ${said}\ninstead of ${ours.said}`));
    for (const question of bare) question.path = name === manyRows ? '/rows' : `/bytes/${ours.bytes}`;
  }
  if (differences.length > 0) throw new Error(differences.join('\n'));
  return failures;
}

const isBare = ({ server }: Question): boolean => server.name === 'bare';

interface Said {
  readonly server: ServerName;
  readonly said?: string;
  readonly bytes: number;
  readonly error?: string;
}

async function answerOf({ server: { name, url }, body, headers }: Question, own?: PlainQuestion): Promise<Said> {
  const response = await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body });
  const text = await response.text();
  const bytes = Buffer.byteLength(text);
  if (!response.ok) return { server: name, bytes, error: text };
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (errors) return { server: name, bytes, error: JSON.stringify(errors) };
  return { server: name, bytes, said: canonicalJson(own ? own.inOurs(data) : data) };
}
