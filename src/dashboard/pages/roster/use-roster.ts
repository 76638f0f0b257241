import { type Pages, usePages } from '../../api/use-pages.ts';
import { fetchAllPages } from '../../components/fetch-all-pages.ts';
import { useReach } from '../../components/use-reach.ts';
import { type RosterAnswer, RosterOfEvent } from '../../operations/roster.ts';
import { findInRoster } from './find-in-roster.ts';
import type { useRosterFilter } from './use-roster-filter.ts';

/** How many entries one leaf of a roster shows, and one answer brings. */
export const leafLength = 100;

/** A roster as far as it is needed: up to the leaf that is looked at; the whole of it where a text is looked for or all is printed. */
export function useRoster({ variables, given: { text, leaf } }: ReturnType<typeof useRosterFilter>, isPrinted: boolean) {
  const asked = { ...variables, first: leafLength };
  const query = usePages(RosterOfEvent, asked, ({ roster }) => roster?.entries);
  const entries = entriesOf(query.data);
  const needsAll = text.trim() !== '' || isPrinted;
  useReach(query, entries.length, needsAll ? Number.POSITIVE_INFINITY : leaf * leafLength);
  const roster = rosterOf(query.data);
  return {
    asked,
    query,
    roster,
    found: findInRoster(entries, text),
    loaded: entries.length,
    total: roster?.entries.totalCount ?? 0,
    isWhole: query.data !== undefined && !query.hasNextPage,
    /** All that is found, however much of it is shown. */
    fetchFound: async () => {
      const whole = await fetchAllPages(query);
      return { roster: rosterOf(whole), found: findInRoster(entriesOf(whole), text) };
    },
  };
}

type RosterPages = Pages<{ roster: RosterAnswer | null }>['data'];

const rosterOf = (pages: RosterPages) => pages?.pages[0]?.data.roster;
const entriesOf = (pages: RosterPages) =>
  pages?.pages.flatMap(({ data }) => data.roster?.entries.edges.map(({ node }) => node) ?? []) ?? [];
