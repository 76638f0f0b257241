import type { Neo4jError } from 'neo4j-driver';
import { ByteReader } from './byte-reader.ts';
import { connectionLost, serverFailure } from './driver-errors.ts';
import { unpackValue } from './unpack-value.ts';

/** Hears what is answered to one message: any number of records, then how it ended. What it is given to read is gone afterwards. */
export interface Answer {
  record(from: ByteReader): void;
  success(from: ByteReader): void;
  failure(error: Error): void;
}

const [ofSuccess, ofRecord, ofFailure] = [0x70, 0x71, 0x7f];

/** Those who wait for answers on one connection, which come in the order of the messages. */
export class AnswerQueue {
  private readonly waiting: Answer[] = [];
  private readonly reader = new ByteReader();
  /** Neo4j ignores all that is sent after one, up to a RESET. */
  failure: Neo4jError | undefined;

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  push(...answers: readonly Answer[]): void {
    this.waiting.push(...answers);
  }

  /** Hands on the message that begins there: the marker of a structure, of which kind it is, and what is in it. */
  take(bytes: Buffer, at: number): void {
    const kind = bytes[at + 1];
    this.reader.begin(bytes, at + 2);
    if (kind === ofRecord) this.waiting[0]?.record(this.reader);
    else this.settle(this.waiting.shift(), kind);
  }

  /** Tells all that there will be no answers. */
  end(error: Error): void {
    for (const answer of this.waiting.splice(0)) answer.failure(error);
  }

  private settle(answer: Answer | undefined, kind: number | undefined): void {
    if (kind === ofFailure) this.failure = serverFailure(unpackValue(this.reader) as Record<string, unknown>);
    if (kind === ofSuccess) answer?.success(this.reader);
    else answer?.failure(this.failure ?? connectionLost('what was asked was ignored'));
  }
}
