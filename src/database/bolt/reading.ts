import type { Row } from '../connect.ts';
import type { Answer } from './answer-queue.ts';
import type { ByteReader } from './byte-reader.ts';
import { LeftToDriver } from './left-to-driver.ts';
import { unpackListLength, unpackValue } from './unpack-value.ts';

/** Makes rows of what is answered to RUN, which tells their names, and to PULL, which brings them. */
export class Reading implements Answer {
  readonly rows: Promise<Row[]>;
  private readonly read: Row[] = [];
  private names: readonly string[] | undefined;
  private left: LeftToDriver | undefined;
  private resolve!: (rows: Row[]) => void;
  failure!: (error: Error) => void;

  /** Errors: what Neo4j refused; LeftToDriver when a row holds what only the driver can read. */
  constructor() {
    this.rows = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.failure = reject;
    });
  }

  record(from: ByteReader): void {
    const { names = [] } = this;
    const row: Row = {};
    try {
      const length = unpackListLength(from);
      for (let place = 0; place < length; place += 1) row[names[place] as string] = unpackValue(from);
    } catch (error) {
      if (!(error instanceof LeftToDriver)) throw error;
      this.left = error;
    }
    this.read.push(row);
  }

  success(from: ByteReader): void {
    if (!this.names) this.names = (unpackValue(from) as { fields: string[] }).fields;
    else if (this.left) this.failure(this.left);
    else this.resolve(this.read);
  }
}
