import { Button, Input, Select } from 'antd';
import { useParams } from 'react-router';
import { entityKinds, eventRoles } from '../../../domain/vocabulary.ts';
import { usePages } from '../../api/use-pages.ts';
import { ExportButtons } from '../../components/export-buttons.tsx';
import { fetchAllPages } from '../../components/fetch-all-pages.ts';
import { Nothing } from '../../components/nothing.tsx';
import { Page } from '../../components/page.tsx';
import { Paged } from '../../components/paged.tsx';
import { useStateInAddress } from '../../components/use-state-in-address.ts';
import { pick } from '../../language/language.ts';
import { type RosterEntry, RosterOfEvent } from '../../operations/roster.ts';
import { CompletenessNote } from './completeness-note.tsx';
import { findInRoster } from './find-in-roster.ts';
import { RosterTable } from './roster-table.tsx';
import { tabulateRoster } from './tabulate-roster.ts';
import { useRosterFilter } from './use-roster-filter.ts';
import { say } from './words.ts';

const orders = ['ROLE_THEN_NAME', 'NAME', 'PRINTED'] as const;
const roleOptions = Object.entries(eventRoles).map(([value, label]) => ({ value, label: pick(label) }));
const kindOptions = (['PERSON', 'ORGANISATION'] as const).map((value) => ({ value, label: pick(entityKinds[value]) }));

/** Who took part in an event: filtered, sorted, searched, copied, exported and printed as it is seen. */
export default function RosterPage() {
  const { slug } = useParams();
  const eventId = `event:${slug}`;
  const { variables, roles, setRoles, kind, setKind, order, setOrder } = useRosterFilter(eventId);
  const [text, setText] = useStateInAddress('find');
  const query = usePages(RosterOfEvent, variables, ({ roster }) => roster?.entries);
  const roster = query.data?.pages[0]?.data.roster;
  const title = roster ? say('title', { event: roster.event.label }) : say('kind');
  const all = async () => {
    const data = await fetchAllPages(query);
    const entries = data?.pages.flatMap(({ data: page }) => page.roster?.entries.edges.map(({ node }) => node) ?? []) ?? [];
    return tabulateRoster(title, findInRoster(entries, text));
  };
  return (
    <Page
      title={title}
      asks={{ operation: RosterOfEvent, variables }}
      actions={
        <>
          <ExportButtons table={all} /> <Button onClick={() => window.print()}>{say('print')}</Button>
        </>
      }
    >
      {roster && <CompletenessNote roster={roster} />}
      <div className="filters no-print">
        <Select
          mode="multiple"
          aria-label={say('filterRole')}
          placeholder={say('allRoles')}
          options={roleOptions}
          value={roles}
          onChange={(chosen) => setRoles(chosen)}
          style={{ minWidth: 200 }}
        />
        <Select
          aria-label={say('filterKind')}
          placeholder={say('allKinds')}
          options={kindOptions}
          value={kind}
          onChange={setKind}
          allowClear
        />
        <Select
          aria-label={say('order')}
          options={orders.map((value) => ({ value, label: say(value) }))}
          value={order}
          onChange={setOrder}
        />
        <Input
          aria-label={say('find')}
          placeholder={say('find')}
          value={text}
          onChange={({ target }) => setText(target.value)}
          allowClear
        />
      </div>
      <Paged query={query} listOf={({ roster: each }) => each?.entries}>
        {(entries) => <Found entries={findInRoster(entries, text)} eventId={eventId} caption={title} />}
      </Paged>
    </Page>
  );
}

function Found({ entries, eventId, caption }: { entries: RosterEntry[]; eventId: string; caption: string }) {
  return entries.length === 0 ? <Nothing what={say('none')} /> : <RosterTable entries={entries} eventId={eventId} caption={caption} />;
}
