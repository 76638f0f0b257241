import { entityPath } from './entity-path.ts';

/** The question behind a figure. */
interface Rows {
  readonly field: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
interface Criterion {
  readonly seriesId: string;
  readonly from?: string;
  readonly to?: string;
}

/** Questions whose rows have a page of their own. */
const pages: Record<string, (variables: Rows['variables']) => string> = {
  partnerships: ({ organisationId }) => `/partnerships?${new URLSearchParams({ organisation: String(organisationId) })}`,
  roster: ({ eventId, participantKinds }) => `${entityPath(String(eventId))}/roster?kind=${(participantKinds as string[])[0]}`,
  participants: ({ anyOf, participantKinds }) => {
    const [{ seriesId, from = '', to = '' }] = anyOf as [Criterion];
    const any = [seriesId, '', from, to].join('~').replace(/~+$/, '');
    return `/attended?${new URLSearchParams({ any, kind: String((participantKinds as string[])[0]) })}`;
  },
  timeline: ({ entityIds, ...range }) => {
    const given = new URLSearchParams(range as Record<string, string>);
    for (const id of entityIds as string[]) given.append('of', id);
    return `/timeline?${given}`;
  },
};

/** Where the rows that a figure counts are listed. */
export function rowsPath({ field, variables }: Rows): string {
  const page = pages[field];
  if (page) return page(variables);
  const given = JSON.stringify(variables);
  return `/list/${field}${given === '{}' ? '' : `?given=${encodeURIComponent(given)}`}`;
}
