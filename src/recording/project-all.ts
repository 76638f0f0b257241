import type { WriteTransaction } from '../database/connect.ts';
import { type FactKind, factSpec } from '../domain/facts.ts';
import { affectedPairs } from './find-affected-pairs.ts';
import type { PlannedFact } from './plan.ts';
import { factsOfEvents, projectDates } from './project-dates.ts';
import { projectDisputes } from './project-disputes.ts';
import { projectRosters } from './project-rosters.ts';
import { projectTies } from './project-ties.ts';
import type { FoldedFact } from './write-facts.ts';

/** Everything copied from the facts follows them in the same transaction. */
export async function projectAll(
  tx: WriteTransaction,
  folded: readonly FoldedFact[],
  touched: readonly PlannedFact[],
  entities: readonly string[],
): Promise<void> {
  const events = entities.filter((id) => id.startsWith('event:'));
  const ids = folded.map((fact) => fact.factId);
  await projectDates(tx, [...new Set([...ids, ...(await factsOfEvents(tx, events))])]);
  const ends = (kind: FactKind, part: string) => [
    ...new Set(touched.filter((fact) => factSpec(fact.identity.type).kind === kind).map((fact) => String(fact.identity.ends[part]))),
  ];
  const [subjects, present, absent] = [ends('STATEMENT', 'subject'), ends('PARTICIPATION', 'participant'), ends('ABSENCE', 'participant')];
  await projectDisputes(tx, { subjects, present, absent });
  await projectTies(
    tx,
    folded.filter(tiesSeveral).map((fact) => fact.factId),
  );
  await projectRosters(tx, await affectedPairs(tx, touched, entities));
}

/** What is said of one entity alone, as most statements are, joins none. */
function tiesSeveral({ identity }: FoldedFact): boolean {
  const { form, ends } = factSpec(identity.type);
  return form === 'node' && Object.keys(ends).length > 1;
}
