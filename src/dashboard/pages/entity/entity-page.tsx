import { useParams } from 'react-router';
import { entityKinds } from '../../../domain/vocabulary.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Asked } from '../../components/asked.tsx';
import { entityIdAt } from '../../components/entity-path.ts';
import { Page } from '../../components/page.tsx';
import { language, pick } from '../../language/language.ts';
import { EntityCard, EntityFacts } from '../../operations/entity.ts';
import type { Card } from '../../operations/fragments.ts';
import { NoPage } from '../no-page.tsx';
import { extrasOf } from './entity-extras.tsx';
import { EntityFactSections, factsAsked } from './entity-fact-sections.tsx';
import { Onward } from './onward.tsx';
import { Sayings } from './sayings.tsx';
import { say } from './words.ts';

/** The page of an entity: what it is, and every fact about it. */
export default function EntityPage() {
  const { prefix, slug } = useParams();
  const id = entityIdAt(prefix, slug);
  return id ? <OfEntity key={id} id={id} /> : <NoPage />;
}

function OfEntity({ id }: { id: string }) {
  const query = useAnswer(EntityCard, { id });
  return (
    <Asked query={query} lines={14}>
      {({ entity }) => (entity ? <Shown entity={entity} /> : <Page title={say('unknown')}>{id}</Page>)}
    </Asked>
  );
}

/** The other language's name and the summary, whichever there are. */
const subOf = ({ name, nameEn, summary }: Card): string => [language === 'EN' ? name : nameEn, summary].filter(Boolean).join(' · ');

function Shown({ entity }: { entity: Card }) {
  const { lead: Lead, aside: Aside, but } = extrasOf[entity.kind] ?? {};
  return (
    <Page
      title={entity.label}
      kind={pick(entityKinds[entity.kind])}
      sub={subOf(entity)}
      actions={<Onward id={entity.id} kind={entity.kind} />}
      asks={{ operation: EntityFacts, variables: factsAsked(entity.id, but) }}
    >
      {Lead && <Lead id={entity.id} />}
      <div className={Aside && 'columns'}>
        <div>
          <EntityFactSections id={entity.id} but={but} />
          <Sayings id={entity.id} />
        </div>
        {Aside && (
          <aside>
            <Aside id={entity.id} />
          </aside>
        )}
      </div>
    </Page>
  );
}
