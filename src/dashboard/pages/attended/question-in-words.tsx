import { useQueries } from '@tanstack/react-query';
import { eventRoles } from '../../../domain/vocabulary.ts';
import { answerOptions } from '../../api/use-answer.ts';
import { formatPartialDate } from '../../language/format.ts';
import { language, pick } from '../../language/language.ts';
import { EntityCard } from '../../operations/entity.ts';
import type { List, Row } from './criteria.ts';
import { say } from './words.ts';

/** The question that the form asks, as one would say it. */
export function QuestionInWords({ rows, kind }: { rows: Record<List, readonly Row[]>; kind: string }) {
  const ids = [...new Set(Object.values(rows).flatMap((list) => list.map(({ id }) => id)))].filter(Boolean);
  const cards = useQueries({ queries: ids.map((id) => answerOptions(EntityCard, { id })) });
  const labels = new Map(ids.map((id, index) => [id, cards[index]?.data?.data.entity?.label ?? id]));
  const parts = (list: List) => rows[list].filter(({ id }) => id).map((row) => sayRow(row, labels.get(row.id) ?? row.id));
  const any = parts('any').join(say('or'));
  const none = parts('none').map((what) => say('not', { what }));
  const what = [...parts('all'), ...(any ? [any] : []), ...none].join(say('and'));
  return <p className="question">{say('question', { who: say(kind === 'BOTH' || kind === 'ORGANISATION' ? kind : 'PERSON'), what })}</p>;
}

function sayRow({ roles, from, to }: Row, event: string): string {
  const between = language === 'EN' ? ' or ' : '或';
  const took =
    roles.length > 0 ? say('tookAs', { event, roles: roles.map((role) => pick(eventRoles[role])).join(between) }) : say('took', { event });
  const day = (date: string) => (date ? formatPartialDate(date) : say('whenever'));
  return from || to ? took + say('within', { from: day(from), to: day(to) }) : took;
}
