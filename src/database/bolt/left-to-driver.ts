/** What is the driver's: a parameter that is no plain value, an answer that holds one, or a server that speaks another version. */
export type Left = 'parameter' | 'answer' | 'server';

/** Thrown where a statement must be read by the driver. */
export class LeftToDriver extends Error {
  readonly left: Left;

  constructor(left: Left) {
    super(`For the driver: ${left}`);
    this.left = left;
  }
}
