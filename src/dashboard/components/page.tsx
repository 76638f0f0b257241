import type { ReactNode } from 'react';
import type { Operation } from '../api/graphql.ts';
import { say } from '../words.ts';
import { ShowQuery } from './show-query.tsx';

interface Props {
  readonly title: string;
  /** What stands above the title: the kind of thing that this page is about. */
  readonly kind?: string;
  readonly sub?: ReactNode;
  /** The question that this page answers, to be shown on demand. */
  readonly asks?: { readonly operation: Operation; readonly variables: object };
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its title, what it says below it, and what one can do with it. */
export function Page({ title, kind, sub, asks, actions, children }: Props) {
  return (
    <>
      <title>{`${title} · ${say('brand')}`}</title>
      <div className="page-head">
        <div>
          {kind && <div className="kind">{kind}</div>}
          <h1>{title}</h1>
          {sub && <div className="sub">{sub}</div>}
        </div>
        <div className="no-print actions">
          {actions} {asks && <ShowQuery {...asks} />}
        </div>
      </div>
      {children}
    </>
  );
}
