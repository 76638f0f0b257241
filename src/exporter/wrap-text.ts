// A word of Latin letters stays whole; between Chinese signs a line may end.
const pieces = /[\x21-\x7e]+\s*|[^\x21-\x7e]/g;

/** Cuts a text into lines that are at most so wide. Units: the width of a Chinese sign; a Latin letter is taken for 0.6 of it. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let [line, taken] = ['', 0];
  for (const piece of text.match(pieces) ?? []) {
    const wide = piece.length * (/^[\x20-\x7e]/.test(piece) ? 0.6 : 1);
    if (line !== '' && taken + wide > width) {
      lines.push(line.trim());
      [line, taken] = ['', 0];
    }
    line += piece;
    taken += wide;
  }
  return [...lines, line.trim()].filter(Boolean);
}
