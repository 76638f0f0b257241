import { setImmediate } from 'node:timers/promises';

/** So many rows are made and completed within a few milliseconds. */
const pieceSize = 200;

/** Makes the rows of a long list a piece at a time, so that others are answered in between. */
export function inPieces<T, R>(items: readonly T[], make: (item: T, index: number) => R): (R | Promise<R>)[] {
  let turn: Promise<void> | undefined;
  return items.map((item, index) => {
    if (index > 0 && index % pieceSize === 0) turn = (turn ?? Promise.resolve()).then(() => setImmediate());
    return turn ? turn.then(() => make(item, index)) : make(item, index);
  });
}
