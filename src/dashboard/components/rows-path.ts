/** The question behind a figure. */
interface Rows {
  readonly field: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Where the rows that a figure counts are listed. */
export function rowsPath({ field, variables }: Rows): string {
  if (field === 'partnerships') return `/partnerships?organisation=${variables.organisationId}`;
  const given = JSON.stringify(variables);
  return `/list/${field}${given === '{}' ? '' : `?given=${encodeURIComponent(given)}`}`;
}
