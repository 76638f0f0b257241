/** The version of something that others may change, and a way to say that it has moved. */
export interface WatchedVersion {
  /** What stands for it as it is, seldom older than a second: the same promise until it is read anew. Errors: those of reading it. */
  now(): Promise<string>;
  /** Called after a write of ours, which whoever made it expects to read. */
  forget(): void;
}

interface Reading {
  /** From before it is read: what is committed meanwhile may or may not be in it. */
  readonly at: number;
  readonly version: Promise<string>;
  done: boolean;
}

/** How long a version is believed: so late is a write of others noticed at most. Units: ms. */
const believedMs = 1000;

/** Reads a version when somebody wants to know it, at most once a second; those who ask meanwhile are told together. */
export function watchVersion(read: () => Promise<string>): WatchedVersion {
  let last: Reading | undefined;
  const start = (): Reading => {
    const reading = { at: performance.now(), version: read(), done: false };
    const end = () => {
      reading.done = true;
    };
    reading.version.then(end, end);
    return reading;
  };
  const isOver = ({ done, at }: Reading) => done && performance.now() - at >= believedMs;
  return {
    now() {
      if (!last || isOver(last)) last = start();
      return last.version;
    },
    forget() {
      last = undefined;
    },
  };
}
