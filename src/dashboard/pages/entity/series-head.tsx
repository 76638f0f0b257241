import { eventSeriesKinds, statuses } from '../../../domain/vocabulary.ts';
import { usePages } from '../../api/use-pages.ts';
import { EntityLink } from '../../components/entity-link.tsx';
import { HeadRow } from '../../components/head-row.tsx';
import { Nothing } from '../../components/nothing.tsx';
import { Paged } from '../../components/paged.tsx';
import { EvidenceButton } from '../../evidence/evidence-button.tsx';
import { pick } from '../../language/language.ts';
import { SeriesHead as Question, type SeriesInShort } from '../../operations/series-head.ts';
import { EditionLine } from './edition-line.tsx';
import { say } from './words.ts';

/** What a series is and whose, and its editions with what each records. */
export default function SeriesHead({ id }: { id: string }) {
  const query = usePages(Question, { id }, ({ series }) => series?.editions);
  const series = query.data?.pages[0]?.data.series;
  return (
    <>
      {series && <Head series={series} />}
      <section>
        <h2>{say('editions')}</h2>
        <Paged query={query} listOf={({ series: each }) => each?.editions} lines={6}>
          {(editions, total) =>
            total === 0 ? (
              <Nothing what={say('noEditions')} />
            ) : (
              <ol className="plain">
                {editions.map((edition) => (
                  <EditionLine key={edition.id} edition={edition} of={id} />
                ))}
              </ol>
            )
          }
        </Paged>
      </section>
    </>
  );
}

function Head({ series: { kind, startYear, status, credits } }: { series: SeriesInShort }) {
  return (
    <dl className="head">
      <HeadRow title={say('kind')}>{kind && [pick(eventSeriesKinds[kind])]}</HeadRow>
      <HeadRow title={say('startYear')}>{startYear ? [String(startYear)] : null}</HeadRow>
      <HeadRow title={say('status')}>{status && [pick(statuses[status])]}</HeadRow>
      <HeadRow title={say('owners')}>
        {credits.map((credit) => (
          <span key={credit.factId}>
            <EntityLink entity={credit.credited} /> <EvidenceButton facts={[credit]} />
          </span>
        ))}
      </HeadRow>
    </dl>
  );
}
