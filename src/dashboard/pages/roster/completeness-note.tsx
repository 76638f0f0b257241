import type { RosterAnswer } from '../../operations/roster.ts';
import { say } from './words.ts';

/** How many are recorded, and what it means not to be among them. */
export function CompletenessNote({ roster: { recorded, completeness } }: { roster: RosterAnswer }) {
  return (
    <p className="completeness">
      {say('recorded', { count: recorded })} {say(completeness)}
    </p>
  );
}
