import { say } from '../words.ts';

/** Stands where nothing is recorded; it never says that there is nothing. */
export function Nothing({ what = say('nothing') }: { what?: string }) {
  return <p className="nothing">{what}</p>;
}
