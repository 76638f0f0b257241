import neo4j from 'neo4j-driver';

const fields = ['year', 'month', 'day', 'hour', 'minute', 'second', 'nanosecond', 'timeZoneOffsetSeconds', 'timeZoneId'] as const;
type Moment = Partial<Record<(typeof fields)[number], number | string | null>>;

/**
 * A stored value as JSON can hold it: moments become objects under `$moment`.
 * Errors: an Error for a kind of value that the graph does not hold today, such as a point.
 */
export function toPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (value === null || typeof value !== 'object') return value;
  if (!neo4j.isDateTime(value)) throw new Error(`A value of this kind cannot be written to a backup: ${value.constructor.name}`);
  return { $moment: Object.fromEntries(fields.map((name) => [name, value[name] ?? null])) };
}

/** The stored value that was made plain. */
export function fromPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlain);
  if (value === null || typeof value !== 'object') return value;
  const moment = (value as { $moment: Moment }).$moment;
  const [year, month, day, hour, minute, second, nanosecond, offset, zone] = fields.map((name) => moment[name] ?? undefined) as [
    ...number[],
  ];
  return new neo4j.types.DateTime(
    Number(year),
    Number(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(nanosecond),
    offset,
    zone as string | undefined,
  );
}
