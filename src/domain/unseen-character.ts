// Control characters but line breaks and tabs; what is seen by nobody, joins or parts what is, or turns the writing round: no Chinese or English name
// needs any, and two names that look the same would be two. Tags (U+E0000 to U+E007F) can hide whole sentences.
const unseen = /(?![\t\n\r])\p{Cc}|[\u{ad}\u{61c}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2069}\u{feff}\u{e0000}-\u{e007f}]|\p{Cs}/u;

/** The first character of a text that nobody can see, as `U+0000`, and its place among the characters. Shape: 1-based. */
export function unseenCharacter(text: string): { readonly code: string; readonly position: number } | undefined {
  const found = unseen.exec(text);
  if (!found) return undefined;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { code: `U+${code}`, position: [...text.slice(0, found.index)].length + 1 };
}
