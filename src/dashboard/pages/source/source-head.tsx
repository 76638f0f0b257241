import { formatDate, formatNumber } from '../../language/format.ts';
import { language } from '../../language/language.ts';
import type { SourceInShort } from '../../operations/source-lines.ts';
import { say } from './words.ts';

/** What is known of a document: where it was published, and which bytes it is. */
export function SourceHead({ source: { fileName, sha256, lineCount, outlet, authors, date, lines } }: { source: SourceInShort }) {
  const between = language === 'EN' ? ', ' : '、';
  const count = lineCount && say('countOf', { lines: formatNumber(lineCount), filled: formatNumber(lines.totalCount) });
  const rows = [
    [say('outlet'), outlet.join(between)],
    [say('authors'), authors.join(between)],
    [say('date'), formatDate(date)],
    [say('count'), count],
    [say('file'), fileName],
    [say('sha256'), sha256],
  ] as const;
  return (
    <dl className="head">
      {rows
        .filter(([, value]) => value)
        .map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
