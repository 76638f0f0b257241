/** Someone's part in an event. */
export interface Place {
  readonly participantId: string;
  readonly nameKey: string;
  /** What the highest of their roles that count weighs. */
  readonly weight: number;
  /** Whether they hold such a role at the event itself, and not at a part of it only. */
  readonly own: boolean;
}

/** An event at which people may have met. */
export interface Meeting {
  readonly eventId: string;
  /** How many were there: the largest of the participants on record, a stated headcount, and 2. */
  readonly size: number;
  /** False for a part that is only known in order to tell who met there and not at the whole. */
  readonly counts: boolean;
  /** The events it is a part of, at any height. */
  readonly above: readonly string[];
  readonly places: readonly Place[];
}

/** How many met, as far as it is known. */
export const sizeOf = (recorded: number, headcount: number | null): number => Math.max(recorded, headcount ?? 0, 2);
