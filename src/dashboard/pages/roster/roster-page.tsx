import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { ExportButtons } from '../../components/export-buttons.tsx';
import { Page } from '../../components/page.tsx';
import { type RosterAnswer, RosterOfEvent } from '../../operations/roster.ts';
import { CompletenessNote } from './completeness-note.tsx';
import { PrintedHead } from './printed-head.tsx';
import { RosterFilters } from './roster-filters.tsx';
import { RosterLeaf } from './roster-leaf.tsx';
import { tabulateRoster } from './tabulate-roster.ts';
import { useRoster } from './use-roster.ts';
import { useRosterFilter } from './use-roster-filter.ts';
import { say } from './words.ts';

/** Who took part in an event: filtered, sorted, searched, copied, exported and printed as it is seen. */
export default function RosterPage() {
  const { slug } = useParams();
  const eventId = `event:${slug}`;
  const filter = useRosterFilter(eventId);
  const [isPrinted, setPrinted] = useState(false);
  const list = useRoster(filter, isPrinted);
  const { roster, isWhole, query } = list;
  const title = titleOf(roster);
  const table = async () => {
    const all = await list.fetchFound();
    return tabulateRoster(titleOf(all.roster), all.found);
  };
  useEffect(() => {
    if (!isPrinted || !(isWhole || query.isError)) return;
    if (isWhole) window.print();
    setPrinted(false);
  }, [isPrinted, isWhole, query.isError]);
  return (
    <Page
      title={title}
      asks={{ operation: RosterOfEvent, variables: list.asked }}
      actions={
        <>
          <ExportButtons table={table} />{' '}
          <Button loading={isPrinted} onClick={() => setPrinted(true)}>
            {say('print')}
          </Button>
        </>
      }
    >
      {roster && <PrintedHead event={roster.event} entries={list.found} />}
      {roster && <CompletenessNote roster={roster} />}
      <RosterFilters filter={filter} />
      <RosterLeaf list={list} filter={filter} isPrinted={isPrinted} eventId={eventId} caption={title} />
    </Page>
  );
}

const titleOf = (roster?: RosterAnswer | null): string => (roster ? say('title', { event: roster.event.label }) : say('kind'));
