import { Button, Dropdown, message } from 'antd';
import { nameOf, type Operation, textOf } from '../api/graphql.ts';
import { withLanguage } from '../api/use-answer.ts';
import { statementOf } from '../cypher/statement-of.ts';
import { say } from '../words.ts';
import { asCurl, asPython, asTypescript, graphiqlAddress } from './query-snippets.ts';

/** Shows the question behind a page: to be tried in GraphiQL, or copied as code. */
export function ShowQuery({ operation, variables }: { operation: Operation; variables: object }) {
  const [notices, holder] = message.useMessage();
  const question = { query: textOf(operation), variables: withLanguage<object>(variables) };
  const url = `${window.location.origin}/graphql`;
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => notices.success(say('copied')),
      () => notices.error(say('copyFailed')),
    );
  const cypher = statementOf(nameOf(operation), variables);
  const items = [
    { key: 'open', label: <a href={graphiqlAddress(question)}>{say('openGraphiql')}</a> },
    { key: 'curl', label: say('copyCurl'), onClick: () => void copy(asCurl(url, question)) },
    { key: 'typescript', label: say('copyTypescript'), onClick: () => void copy(asTypescript(url, question)) },
    { key: 'python', label: say('copyPython'), onClick: () => void copy(asPython(url, question)) },
    ...(cypher ? [{ key: 'cypher', label: say('copyCypher'), onClick: () => void copy(cypher) }] : []),
  ];
  return (
    <>
      {holder}
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button>{say('showQuery')}</Button>
      </Dropdown>
    </>
  );
}
