import { placeKinds } from '../../../domain/vocabulary.ts';
import { useFirstRows } from '../../api/use-first-rows.ts';
import { usePages } from '../../api/use-pages.ts';
import { EntityLink } from '../../components/entity-link.tsx';
import { Nothing } from '../../components/nothing.tsx';
import { Page } from '../../components/page.tsx';
import { Paged } from '../../components/paged.tsx';
import { useStateInAddress } from '../../components/use-state-in-address.ts';
import { formatDate } from '../../language/format.ts';
import { pick } from '../../language/language.ts';
import { type PlaceRow, Places } from '../../operations/places.ts';
import { ProvinceGrid } from './province-grid.tsx';
import { provinceOf, provinces } from './provinces.ts';
import { say } from './words.ts';

// Beyond that many places the grid counts those listed so far; the list says how many there are.
const mostCounted = 500;

/** Where events were held: by province, and place by place. */
export default function PlacesPage() {
  const [chosen, choose] = useStateInAddress('province');
  const query = usePages(Places, {}, ({ places }) => places);
  const { rows } = useFirstRows(query, ({ places }) => places, mostCounted);
  const province = provinces.find(({ code }) => code === chosen);
  return (
    <Page title={say('title')} asks={{ operation: Places, variables: {} }}>
      <p className="lead">{say('lead')}</p>
      <div className="halves">
        <ProvinceGrid counts={countEvents(rows)} chosen={chosen} choose={choose} />
        <section>
          <h2>{province ? say('in', { name: pick(province) }) : say('all')}</h2>
          <Paged query={query} listOf={({ places }) => places}>
            {(places) => <List places={places.filter(({ divisionCode }) => !chosen || provinceOf(divisionCode) === chosen)} />}
          </Paged>
        </section>
      </div>
    </Page>
  );
}

/** An event held at two places of a province counts there once. */
function countEvents(places: readonly PlaceRow[]): Map<string, number> {
  const events = new Map<string, Set<string>>();
  for (const { divisionCode, events: held } of places) {
    const code = provinceOf(divisionCode);
    const known = events.get(code) ?? new Set();
    for (const { node } of held.edges) known.add(node.id);
    events.set(code, known);
  }
  return new Map([...events].map(([code, known]) => [code, known.size]));
}

function List({ places }: { places: readonly PlaceRow[] }) {
  if (places.length === 0) return <Nothing what={say('none')} />;
  return (
    <ul className="plain">
      {places.map(({ id, label, kind, divisionCode, events }) => (
        <li key={id}>
          <EntityLink entity={{ id, label }} />{' '}
          <span className="note">{[kind && pick(placeKinds[kind]), !divisionCode && say('noCode')].filter(Boolean).join(' · ')}</span>
          <ul className="proof">
            {events.edges.map(({ node }) => (
              <li key={node.id}>
                <EntityLink entity={node} /> <span className="note">{formatDate(node.date)}</span>
              </li>
            ))}
          </ul>
          {events.totalCount > events.edges.length && <span className="note">{say('more', { count: events.totalCount })}</span>}
        </li>
      ))}
    </ul>
  );
}
