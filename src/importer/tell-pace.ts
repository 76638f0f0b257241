/** Says how fast an import is and how long the rest will take at that. Shape: nothing once all is done. */
export type TellPace = (rows: number) => string;

/** Begins to count rows of so many; each call adds those just stored. */
export function tellPace(total: number, now: () => number = performance.now.bind(performance)): TellPace {
  const began = now();
  let done = 0;
  return (rows) => {
    done += rows;
    const perSecond = done / ((now() - began) / 1000);
    const left = total - done;
    return left > 0 ? `; ${Math.round(perSecond)} rows a second, ${inWords(left / perSecond)} left` : '';
  };
}

const inWords = (seconds: number): string => (seconds < 120 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`);
