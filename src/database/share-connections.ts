/** Does work when its turn comes. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Shares the connections of the pool among the questions that run: each is sure of one, and has more only while there are
 * some to spare, so that one of many parts cannot keep the others waiting. Shape: makes the turns of one question.
 */
export function shareConnections(spare: number): () => InTurn {
  let free = spare;
  return () => {
    let busy = 0;
    const line: (() => void)[] = [];
    const startNext = () => {
      while (line.length > 0 && (busy === 0 || free > 0)) {
        if (busy > 0) free -= 1;
        busy += 1;
        line.shift()?.();
      }
    };
    const end = () => {
      busy -= 1;
      if (busy > 0) free += 1;
      startNext();
    };
    return async (work) => {
      await new Promise<void>((resolve) => {
        line.push(resolve);
        startNext();
      });
      return work().finally(end);
    };
  };
}
