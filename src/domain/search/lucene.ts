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
  return withoutStopWords(splitTerms(phrase)).map(termQuery).join(' AND ');
}

/** The words that the index leaves out: a query that insists on them meets nothing. */
const stopWords = new Set(
  'a and are as at be but by for if in into is it no not of on or s such t that the their then there these they this to was will with www'.split(
    ' ',
  ),
);

/** What else was typed; the words themselves where nothing else was. */
function withoutStopWords(terms: readonly string[]): readonly string[] {
  const others = terms.filter((term) => !stopWords.has(term.toLowerCase()));
  return others.length > 0 ? others : terms;
}

/**
 * The query for names that differ by a sign. Of Chinese ones every slip leaves a pair of characters whole,
 * but for one in the midst of three, which leaves the first and the last. Shape: empty for what is too short to guess from.
 */
export function slipsQuery(phrase: string): string {
  const signs = [...phrase.replace(/\s+/gu, '')];
  if (!/\p{Script=Han}/u.test(phrase)) return wordSlips(phrase);
  if (signs.length < 3 || signs.some((sign) => !/\p{Script=Han}/u.test(sign))) return '';
  const pairs = signs.slice(1).map((sign, index) => `"${signs[index]}${sign}"`);
  return [...pairs, ...(signs.length === 3 ? [`(${signs[0]}* AND *${signs[2]})`] : [])].join(' OR ');
}

function wordSlips(phrase: string): string {
  const words = phrase.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  if (words.join('').length < 5) return '';
  return withoutStopWords(words)
    .map((word) => (word.length < 4 ? word : `${word}~1`))
    .join(' AND ');
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

/** The query for keys that differ by a letter, or by two where the key is long; of shorter ones for the key itself, which others share that sound alike. */
export const fuzzyQuery = (key: string): string => escapeLucene(key) + (key.length < 5 ? '' : `~${allowedEdits(key)}`);

/** How many letters may differ before a key is another one. */
export const allowedEdits = (key: string): number => (key.length < 8 ? 1 : 2);
