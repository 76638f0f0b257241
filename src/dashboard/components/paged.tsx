import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Answer } from '../api/ask.ts';
import { say } from '../words.ts';
import { Loading } from './asked.tsx';
import { FaultNotice } from './fault-notice.tsx';

interface PageOf<Node> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Node }[];
}
interface Props<Result, Node> {
  readonly query: UseInfiniteQueryResult<{ pages: Answer<Result>[] }>;
  readonly listOf: (result: Result) => PageOf<Node> | null | undefined;
  readonly lines?: number;
  readonly children: (rows: Node[], total: number) => ReactNode;
}

/** A list that comes in pages: how much of it is shown, and a way to more. */
export function Paged<Result, Node>({ query, listOf, lines = 10, children }: Props<Result, Node>) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const lists = (data?.pages ?? []).map(({ data: page }) => listOf(page));
  const fault = error ?? data?.pages.flatMap(({ faults }) => faults)[0];
  if (fault && lists.every((list) => !list)) return <FaultNotice error={fault} retry={() => void refetch()} />;
  if (!data) return <Loading lines={lines} />;
  const rows = lists.flatMap((list) => list?.edges.map(({ node }) => node) ?? []);
  const total = lists[0]?.totalCount ?? rows.length;
  return (
    <>
      {children(rows, total)}
      {fault && <FaultNotice error={fault} retry={() => void (hasNextPage ? fetchNextPage() : refetch())} />}
      {hasNextPage && (
        <div className="more no-print">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('more')}
          </Button>
          <span className="note">{say('shownOf', { shown: rows.length, total })}</span>
        </div>
      )}
    </>
  );
}
