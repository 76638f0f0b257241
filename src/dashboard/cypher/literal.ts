type Value = string | number | boolean | readonly string[];

/** A value as it is written in a statement, so that no text can end its quotes. */
export function literal(value: Value): string {
  if (typeof value === 'string') return `'${quoted(value)}'`;
  return typeof value === 'object' ? `[${value.map(literal).join(', ')}]` : String(value);
}

const quoted = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\r', '\\r').replaceAll('\n', '\\n');
