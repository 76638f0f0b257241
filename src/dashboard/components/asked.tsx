import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Answer } from '../api/ask.ts';
import { say } from '../words.ts';
import { explain, FaultNotice } from './fault-notice.tsx';

interface Props<Result> {
  readonly query: UseQueryResult<Answer<Result>>;
  /** How many lines to keep free while it loads, so that the page does not jump. */
  readonly lines?: number;
  readonly children: (data: Result) => ReactNode;
}

/** What was asked for, in whatever state it is: on its way, failed, in part, or there. */
export function Asked<Result>({ query, lines = 6, children }: Props<Result>) {
  const { data: answer, error, refetch } = query;
  if (error && !answer) return <FaultNotice error={error} retry={() => void refetch()} />;
  if (!answer) return <Loading lines={lines} />;
  return (
    <>
      {answer.faults.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say('partly')}
          description={[...new Set(answer.faults.map(explain))].join(' ')}
          action={<Button onClick={() => void refetch()}>{say('retry')}</Button>}
        />
      )}
      {children(answer.data)}
    </>
  );
}

/** Stands where something is on its way. */
export function Loading({ lines = 6 }: { lines?: number }) {
  return (
    <div role="status" aria-label={say('loading')}>
      <Skeleton active title={false} paragraph={{ rows: lines }} />
    </div>
  );
}
