const han = /\p{Script=Han}+/gu;
const special = /[+\-!(){}[\]^"~*?:\\/&|]/g;

/** Makes a text safe inside a Lucene query. */
export const escapeLucene = (text: string): string =>
  text.replace(special, String.raw`\$&`).replace(/\b(AND|OR|NOT)\b/g, (word) => word.toLowerCase());

/** Splits a phrase into its Han runs and its other words, in order. */
export const splitTerms = (phrase: string): string[] =>
  phrase
    .replace(han, ' $& ')
    .split(/[\s.,;:，。、；：（）()《》“”"·]+/u)
    .filter((term) => term !== '');

/**
 * The query for an index that cuts Chinese into pairs: every term must be met.
 * A Han run is a phrase, a single character a prefix, a Latin word itself or a prefix.
 */
export function namesQuery(phrase: string): string {
  return splitTerms(phrase).map(termQuery).join(' AND ');
}

function termQuery(term: string): string {
  const safe = escapeLucene(term);
  if (!/\p{Script=Han}/u.test(term)) return `(${safe.toLowerCase()}^2 OR ${safe.toLowerCase()}*)`;
  return [...term].length > 1 ? `"${safe}"` : `${safe}*`;
}

/** The query for an index of whole keys: the key itself, keys that begin with it and, for longer ones, keys that hold it. */
export function keysQuery(key: string): string {
  const safe = escapeLucene(key);
  return [`${safe}^4`, `${safe}*^2`, ...(key.length > 3 ? [`*${safe}*`] : [])].join(' OR ');
}

/** The query for keys that differ by a letter, or by two where the key is long. Shape: undefined for keys too short to guess from. */
export const fuzzyQuery = (key: string): string | undefined => (key.length < 5 ? undefined : `${escapeLucene(key)}~${allowedEdits(key)}`);

/** How many letters may differ before a key is another one. */
export const allowedEdits = (key: string): number => (key.length < 8 ? 1 : 2);
