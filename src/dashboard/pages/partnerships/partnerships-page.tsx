import { useAnswer } from '../../api/use-answer.ts';
import { usePages } from '../../api/use-pages.ts';
import { DayInput } from '../../components/day-input.tsx';
import { EntityPicker } from '../../components/entity-picker.tsx';
import { ExportButtons } from '../../components/export-buttons.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { fetchAllPages } from '../../components/fetch-all-pages.ts';
import { Nothing } from '../../components/nothing.tsx';
import { Page } from '../../components/page.tsx';
import { Paged } from '../../components/paged.tsx';
import { useStateInAddress } from '../../components/use-state-in-address.ts';
import { formatPartialDate } from '../../language/format.ts';
import { EntityCard, EntityFacts } from '../../operations/entity.ts';
import { AgreementsOf, Partnerships } from '../../operations/partnerships.ts';
import { AgreementTable } from './agreement-table.tsx';
import { Matrix } from './matrix.tsx';
import { tabulateAgreements } from './tabulate-agreements.ts';
import { tabulatePartners } from './tabulate-partners.ts';
import { tieKinds } from './tie-kinds.ts';
import { TiesByYear } from './ties-by-year.tsx';
import { say } from './words.ts';

/** Who is tied to an organisation and how: a matrix, the agreements on a day, and the ties in the order of time. */
export default function PartnershipsPage() {
  const [id, setId] = useStateInAddress('organisation');
  const [on, setOn] = useStateInAddress('on');
  const name = useAnswer(EntityCard, { id }, { enabled: id !== '' }).data?.data.entity?.label;
  const variables = { id, ...(on && { on }) };
  const title = name ? say('titleOf', { name }) : say('title');
  return (
    <Page title={title} asks={id ? { operation: Partnerships, variables } : undefined}>
      <p className="lead no-print">{say('lead')}</p>
      <div className="filters no-print">
        <EntityPicker label={say('organisation')} kinds={['ORGANISATION']} value={id} onChange={setId} />
        <DayInput label={say('on')} value={on} onChange={setOn} />
      </div>
      {id && (
        <>
          <Partners key={`partners ${id} ${on}`} variables={variables} title={title} />
          <Agreements key={`agreements ${id} ${on}`} id={id} on={on} name={name ?? id} />
          <Timeline key={id} id={id} />
        </>
      )}
    </Page>
  );
}

function Partners({ variables, title }: { variables: { id: string; on?: string }; title: string }) {
  const query = usePages(Partnerships, variables, ({ partnerships }) => partnerships);
  const table = async () => {
    const data = await fetchAllPages(query);
    return tabulatePartners(title, data?.pages.flatMap((page) => page.data.partnerships?.edges.map(({ node }) => node) ?? []) ?? []);
  };
  return (
    <section>
      <h2>{say('matrix')}</h2>
      <Paged query={query} listOf={({ partnerships }) => partnerships}>
        {(partners, total) =>
          total === 0 ? (
            <Nothing what={say('none')} />
          ) : (
            <>
              <div className="page-head">
                <p className="note">{say('total', { total })}</p>
                <div className="no-print">
                  <ExportButtons table={table} />
                </div>
              </div>
              <Matrix partners={partners} />
              <TiesByYear partners={partners} />
            </>
          )
        }
      </Paged>
    </section>
  );
}

function Agreements({ id, on, name }: { id: string; on: string; name: string }) {
  const query = usePages(AgreementsOf, { partyIds: [id], ...(on && { on }) }, ({ agreements }) => agreements);
  const table = async () => {
    const data = await fetchAllPages(query);
    const all = data?.pages.flatMap((page) => page.data.agreements?.edges.map(({ node }) => node) ?? []) ?? [];
    return tabulateAgreements([say('agreementsOf', { name }), on].filter(Boolean).join(' '), all);
  };
  return (
    <section>
      <h2>{say('agreements')}</h2>
      <Paged query={query} listOf={({ agreements }) => agreements}>
        {(agreements, total) =>
          total === 0 ? (
            <Nothing what={say('noAgreements')} />
          ) : (
            <>
              <div className="page-head">
                <p className="note">{on ? say('statusOn', { day: formatPartialDate(on) }) : say('statusToday')}</p>
                <div className="no-print">
                  <ExportButtons table={table} />
                </div>
              </div>
              <AgreementTable agreements={agreements} />
            </>
          )
        }
      </Paged>
    </section>
  );
}

function Timeline({ id }: { id: string }) {
  const query = usePages(EntityFacts, { ids: [id], kinds: [...tieKinds] }, ({ timeline }) => timeline);
  return (
    <section>
      <h2>{say('timeline')}</h2>
      <Paged query={query} listOf={({ timeline }) => timeline}>
        {(facts, total) => (total === 0 ? <Nothing /> : <FactList facts={facts} />)}
      </Paged>
    </section>
  );
}
