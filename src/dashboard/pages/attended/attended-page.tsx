import { Select } from 'antd';
import { usePages } from '../../api/use-pages.ts';
import { EntityLink } from '../../components/entity-link.tsx';
import { ExportButtons } from '../../components/export-buttons.tsx';
import { fetchAllPages } from '../../components/fetch-all-pages.ts';
import { Nothing } from '../../components/nothing.tsx';
import { Page } from '../../components/page.tsx';
import { Paged } from '../../components/paged.tsx';
import { Attended } from '../../operations/attended.ts';
import { Attenders } from './attenders.tsx';
import { emptyRow, lists } from './criteria.ts';
import { CriterionRows } from './criterion-rows.tsx';
import { NameCheck } from './name-check.tsx';
import { QuestionInWords } from './question-in-words.tsx';
import { tabulateAttenders } from './tabulate-attenders.ts';
import { type Criteria, useCriteria } from './use-criteria.ts';
import { say } from './words.ts';

const kindOptions = (['PERSON', 'ORGANISATION', 'BOTH'] as const).map((value) => ({ value, label: say(value) }));

/** Who took part in all, some or none of chosen events; and a list of names checked against them. */
export default function AttendedPage() {
  const { rows, setRows, kind, setKind, variables, isWhole } = useCriteria();
  const isEmpty = lists.every((list) => rows[list].length === 0);
  return (
    <Page title={say('title')} asks={isWhole ? { operation: Attended, variables } : undefined}>
      <p className="lead no-print">{say('lead')}</p>
      <div className="no-print">
        <div className="filters">
          <Select aria-label={say('kinds')} value={kind} onChange={setKind} options={kindOptions} style={{ minWidth: 180 }} />
        </div>
        <div className="criteria-lists">
          {lists.map((list) => (
            <CriterionRows
              key={list}
              list={list}
              rows={isEmpty && list === 'all' ? [emptyRow] : rows[list]}
              onChange={(next) => setRows(list, next)}
            />
          ))}
        </div>
      </div>
      {isWhole ? (
        <>
          <QuestionInWords rows={rows} kind={kind} />
          <Answered variables={variables} />
        </>
      ) : (
        <>
          <Nothing what={say('ask')} />
          <NameCheck criteria={undefined} />
        </>
      )}
    </Page>
  );
}

function Answered({ variables }: { variables: Criteria }) {
  const query = usePages(Attended, variables, ({ participants }) => participants);
  const rowsOf = (data: typeof query.data) =>
    data?.pages.flatMap((page) => page.data.participants?.edges.map(({ node }) => node) ?? []) ?? [];
  const openRosters = query.data?.pages[0]?.data.participants?.openRosters ?? [];
  return (
    <>
      <Paged query={query} listOf={({ participants }) => participants}>
        {(rows, total) =>
          total === 0 ? (
            <Nothing what={say('nobody')} />
          ) : (
            <>
              <div className="page-head">
                <p className="note">{say('found', { total })}</p>
                <div className="no-print">
                  <ExportButtons table={async () => tabulateAttenders(rowsOf(await fetchAllPages(query)))} />
                </div>
              </div>
              <Attenders rows={rows} />
            </>
          )
        }
      </Paged>
      {openRosters.length > 0 && (
        <p className="completeness">
          {say('open')}
          {openRosters.map((event) => (
            <span key={event.id}>
              <EntityLink entity={event} />{' '}
            </span>
          ))}
        </p>
      )}
      <NameCheck criteria={variables} />
    </>
  );
}
