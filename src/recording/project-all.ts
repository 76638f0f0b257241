import type { WriteTransaction } from '../database/connect.ts';
import { type FactKind, factSpec } from '../domain/facts.ts';
import type { FoldedFact } from './fact-row.ts';
import { affectedPairs } from './find-affected-pairs.ts';
import type { PlannedFact } from './plan.ts';
import { projectDates } from './project-dates.ts';
import { projectDisputes } from './project-disputes.ts';
import { projectRosters } from './project-rosters.ts';
import { projectTies } from './project-ties.ts';

/** What a batch did, as far as copies follow it. */
export interface Projected {
  readonly folded: readonly FoldedFact[];
  readonly withdrawn: readonly PlannedFact[];
  /** Those of the facts that stood before, by their ids. */
  readonly standing: ReadonlyMap<string, unknown>;
  /** The entities whose name or date is another, and those just made, all of whose facts are folded here. */
  readonly changed: readonly string[];
  readonly created: readonly string[];
}

/** Everything copied from the facts follows them in the same transaction. */
export async function projectAll(tx: WriteTransaction, { folded, withdrawn, standing, changed, created }: Projected): Promise<void> {
  const touched: PlannedFact[] = [...folded, ...withdrawn];
  await projectDates(
    tx,
    [...created, ...changed].filter((id) => id.startsWith('event:')),
  );
  const ends = (kind: FactKind, part: string) => [
    ...new Set(touched.filter((fact) => factSpec(fact.identity.type).kind === kind).map((fact) => String(fact.identity.ends[part]))),
  ];
  const [subjects, present, absent] = [ends('STATEMENT', 'subject'), ends('PARTICIPATION', 'participant'), ends('ABSENCE', 'participant')];
  await projectDisputes(tx, { subjects, present, absent });
  await projectTies(
    tx,
    touched.filter(tiesSeveral).map(({ factId }) => factId),
  );
  // A place may also be left of what was withdrawn beside.
  const made = withdrawn.length > 0 ? [] : folded.map(({ factId }) => factId).filter((factId) => !standing.has(factId));
  await projectRosters(tx, await affectedPairs(tx, touched, changed), new Set(made));
}

/** What is said of one entity alone, as most statements are, joins none. */
function tiesSeveral({ identity }: PlannedFact): boolean {
  const { form, ends } = factSpec(identity.type);
  return form === 'node' && Object.keys(ends).length > 1;
}
