import { composeStatement } from '../statements/compose-statement.ts';
import type { FactContent, Language } from '../statements/fact-content.ts';
import { type Certainty, certainties, type Label } from '../vocabulary.ts';

interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string | null;
}

/** One hop of a path: a fact between two entities. */
export interface NarratedStep {
  readonly from: Named;
  readonly fact: FactContent & { readonly certainty: Certainty; readonly disputed: boolean };
  readonly to: Named;
}

/** The parts that no statement names. */
const unsaid: Readonly<Record<string, Label>> = {
  handedOverBy: { zh: '移交人', en: 'handed over by' },
  receivedBy: { zh: '接受人', en: 'received by' },
};

/** A path in words: who stands on it, then each fact's own statement, marked where it is not explicit or is disputed. */
export function narratePath(steps: readonly NarratedStep[], language: Language): string {
  const zh = language === 'ZH';
  const named = ({ name, nameEn }: Named) => (zh ? name : (nameEn ?? name));
  const chain = steps.flatMap(({ from, to }, index) => (index === 0 ? [named(from), named(to)] : [named(to)])).join(' → ');
  const told = steps.map((step, index) => `${index + 1}. ${composeStatement(step.fact, language)}${notes(step, zh, named)}`);
  return `${chain}${zh ? '：' : ': '}${told.join(' ')}`;
}

function notes({ from, fact, to }: NarratedStep, zh: boolean, named: (entity: Named) => string): string {
  const word = ({ zh: chinese, en }: Label) => (zh ? chinese : en);
  const hands = fact.ends.flatMap(({ part, entity }) => {
    const label = unsaid[part];
    return label && [from.id, to.id].includes(entity.id) ? [`${word(label)}${zh ? '：' : ' '}${named(entity)}`] : [];
  });
  const doubts = [
    fact.certainty === 'EXPLICIT' ? '' : word(certainties[fact.certainty]),
    fact.disputed ? (zh ? '有争议' : 'disputed') : '',
  ];
  const all = [...hands, ...doubts.filter((doubt) => doubt !== '')];
  if (all.length === 0) return '';
  return zh ? `（${all.join('；')}）` : ` (${all.join('; ')})`;
}
