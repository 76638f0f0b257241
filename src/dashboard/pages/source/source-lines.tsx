import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { usePages } from '../../api/use-pages.ts';
import { Paged } from '../../components/paged.tsx';
import { type Line, SourceLines as Question, type SourceInShort } from '../../operations/source-lines.ts';
import { LineRow } from './line-row.tsx';
import { SourceHead } from './source-head.tsx';
import { say } from './words.ts';

/** A document line by line; the one that the address names is brought into sight. */
export default function SourceLines({ id }: { id: string }) {
  const [search] = useSearchParams();
  const wanted = Number(search.get('line')) || 0;
  const query = usePages(Question, { id }, ({ source }) => source?.lines);
  const source = query.data?.pages[0]?.data.source;
  const last = query.data?.pages.at(-1)?.data.source?.lines.edges.at(-1)?.node.number ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (last > 0 && last < wanted && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, wanted, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <>
      {source && <SourceHead source={source} />}
      <h2>{say('lines')}</h2>
      <p className="note">{say('lead')}</p>
      <Paged query={query} listOf={({ source: each }) => each?.lines} lines={20}>
        {(lines) => <Lines lines={lines} wanted={wanted} source={source} />}
      </Paged>
    </>
  );
}

function Lines({ lines, wanted, source }: { lines: readonly Line[]; wanted: number; source: SourceInShort | null | undefined }) {
  const list = useRef<HTMLOListElement>(null);
  const isThere = lines.some(({ number }) => number === wanted);
  useEffect(() => {
    if (isThere) list.current?.querySelector(`#line-${wanted}`)?.scrollIntoView({ block: 'center' });
  }, [isThere, wanted]);
  const hasCopy = lines.some(({ passage }) => passage !== null);
  return (
    <>
      {source && !hasCopy && <p className="completeness">{say('noCopy')}</p>}
      <ol className="lines" ref={list}>
        {lines.map((line) => (
          <LineRow key={line.number} line={line} isWanted={line.number === wanted} hasCopy={hasCopy} />
        ))}
      </ol>
    </>
  );
}
