import type { Verdict } from '../compare/verdict.ts';
import type { LoadResult } from './print-load.ts';

const [leastRatio, mostMemory] = [0.9, 512];

/** P12: the importer beside a script by hand that is given what to store. */
export function judgeLoad({ ours, byHandSeconds }: Pick<LoadResult, 'ours' | 'byHandSeconds'>): Verdict[] {
  const ratio = byHandSeconds / ours.seconds;
  const took = `${ours.seconds.toFixed(1)} s, by hand ${byHandSeconds.toFixed(1)} s`;
  return [
    { target: 'P12', about: `import, ${took}: at least ${leastRatio} × as fast`, reading: ratio.toFixed(2), met: ratio >= leastRatio },
    {
      target: 'P12',
      about: `memory of the importer, MB, at most ${mostMemory}`,
      reading: String(ours.memoryMb),
      met: ours.memoryMb <= mostMemory,
    },
  ];
}
