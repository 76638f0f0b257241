// Control characters but line breaks and tabs; what is seen by nobody, or turns the writing round.
const unseen = /(?![\t\n\r])\p{Cc}|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Cs}/u;

/** The first character of a text that nobody can see, as `U+0000`, and its place among the characters. Shape: 1-based. */
export function unseenCharacter(text: string): { readonly code: string; readonly position: number } | undefined {
  const found = unseen.exec(text);
  if (!found) return undefined;
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { code: `U+${code}`, position: [...text.slice(0, found.index)].length + 1 };
}
