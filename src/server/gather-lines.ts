import type { DestinationStream } from 'pino';

/** Writes the lines of one turn of the event loop together, and what is left when the program ends: for each by itself a write costs as much as a kept answer. */
export function gatherLines(destination: DestinationStream): DestinationStream {
  let lines = '';
  const flush = (): void => {
    const gathered = lines;
    lines = '';
    if (gathered !== '') destination.write(gathered);
  };
  process.once('exit', flush);
  return {
    write(line) {
      if (lines === '') setImmediate(flush);
      lines += line;
    },
  };
}
