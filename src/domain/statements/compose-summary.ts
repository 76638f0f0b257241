import { kindOfId } from '../ids.ts';
import { readDate, type StoredDate } from '../read-date.ts';
import { titleIn } from '../titles.ts';
import { kindsOf, type Label, statuses } from '../vocabulary.ts';
import type { Language } from './fact-content.ts';

/** An entity as far as its summary needs it. */
export interface SummaryContent extends StoredDate {
  readonly id: string;
  readonly kind?: string | null;
  readonly kinds?: readonly string[] | null;
  readonly status?: string | null;
  readonly startYear?: number | null;
}

/** What there is to say of an entity in one line: its kind, status and date. Shape: null where nothing is. */
export function composeSummary(entity: SummaryContent, language: Language): string | null {
  const vocabulary = kindsOf[kindOfId(entity.id) ?? 'SOURCE'];
  const word = (labels: Record<string, Label>, code: string) => labels[code]?.[language === 'ZH' ? 'zh' : 'en'] ?? '';
  const kinds = [...(entity.kinds ?? []), ...(entity.kind ? [entity.kind] : [])].map((code) => word(vocabulary, code));
  const parts = [...kinds, entity.status ? word(statuses, entity.status) : '', String(entity.startYear ?? ''), dateText(entity, language)];
  return parts.filter((part) => part !== '').join(language === 'ZH' ? '，' : ', ') || null;
}

function dateText(stored: StoredDate, language: Language): string {
  const date = readDate(stored);
  if (!date?.start) return '';
  return date.end && date.end !== date.start ? `${date.start}${language === 'ZH' ? '至' : ' to '}${date.end}` : date.start;
}

/** A person's post as a summary names it. */
export interface SummaryPost {
  readonly title?: string | null;
  readonly status?: string | null;
  readonly name: string;
  readonly nameEn?: string | null;
}

/** A person's posts in one line, the present ones first. Shape: null without any. */
export function composePosts(posts: readonly SummaryPost[], language: Language): string | null {
  const zh = language === 'ZH';
  const said = posts.map(({ title, status, name, nameEn }) => {
    const former = status === 'FORMER';
    if (zh) return `${former ? '原' : ''}${name}${title ?? ''}`;
    return `${former ? 'formerly ' : ''}${title ? `${titleIn(title, zh)}, ` : ''}${nameEn ?? name}`;
  });
  return said.join(zh ? '；' : '; ') || null;
}
