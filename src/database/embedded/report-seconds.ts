/** Takes one line for the operator's eyes. */
export type Progress = (line: string) => void;

const EVERY_MS = 5000;

/** Says what is going on while a step runs, with the seconds it has taken so far. */
export async function reportSeconds<T>(step: string, progress: Progress, work: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  const seconds = () => (performance.now() - begin) / 1000;
  progress(`${step} …`);
  const timer = setInterval(() => progress(`${step} … ${Math.round(seconds())} s`), EVERY_MS);
  try {
    const result = await work();
    progress(`${step}: done in ${seconds().toFixed(1)} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
