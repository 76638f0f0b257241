import { usePages } from '../../api/use-pages.ts';
import { FactList } from '../../components/fact-list.tsx';
import { Nothing } from '../../components/nothing.tsx';
import { Paged } from '../../components/paged.tsx';
import { EntityFacts } from '../../operations/entity.ts';
import type { FactKind, FactLine } from '../../operations/fragments.ts';
import { sectionKinds, sections } from './sections.ts';
import { say } from './words.ts';

/** What is asked for the facts about an entity, but for kinds that stand elsewhere on its page. */
export const factsAsked = (id: string, but: readonly FactKind[] = []) => ({
  ids: [id],
  kinds: sectionKinds.filter((kind) => !but.includes(kind)),
});

/** The facts about an entity under headings, each in the order of time. */
export function EntityFactSections({ id, but }: { id: string; but?: readonly FactKind[] | undefined }) {
  const query = usePages(EntityFacts, factsAsked(id, but), ({ timeline }) => timeline);
  return (
    <Paged query={query} listOf={({ timeline }) => timeline} lines={14}>
      {(facts, total) => (total === 0 ? <Nothing what={say('none')} /> : <Sections facts={facts} about={id} />)}
    </Paged>
  );
}

function Sections({ facts, about }: { facts: FactLine[]; about: string }) {
  return sections.map(({ title, kinds }) => {
    const own = facts.filter(({ kind }) => kinds.includes(kind));
    if (own.length === 0) return null;
    return (
      <section key={title}>
        <h2>{title}</h2>
        <FactList facts={own} about={about} />
      </section>
    );
  });
}
