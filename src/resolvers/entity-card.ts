import type { CardRow } from '../database/queries/card-row.ts';
import { kindOfId } from '../domain/ids.ts';
import { composePosts, composeSummary } from '../domain/statements/compose-summary.ts';
import type { Language } from '../domain/statements/fact-content.ts';
import type { GraphContext } from './context.ts';

interface InLanguage {
  readonly lang?: Language | null;
}

/** Fields of `EntityCard`. */
export const entityCard = {
  kind: (card: CardRow) => kindOfId(card.id),
  label: (card: CardRow, { lang }: InLanguage) => (lang === 'EN' ? (card.nameEn ?? card.name) : card.name),
  summary: async (card: CardRow, { lang }: InLanguage, { loaders }: GraphContext) => {
    const language = lang ?? 'ZH';
    const posts = card.id.startsWith('person:') ? ((await loaders.postsByPerson.load(card.id))?.posts ?? []) : [];
    return composePosts(posts, language) ?? composeSummary(card, language);
  },
};
