import { knownName } from './known-name.ts';

/** Longer texts are decoded quicker by Node than letter by letter. Units: bytes. */
const shortText = 24;

/** A place in a message, that moves on with what is read. */
export class ByteReader {
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;

  begin(bytes: Buffer, at: number): void {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.bytes[this.at++] as number;
  }

  /** A number of so many bytes, which may be negative. */
  whole(size: 1 | 2 | 4): number {
    this.at += size;
    return this.bytes.readIntBE(this.at - size, size);
  }

  /** A length that takes so many bytes. */
  length(size: 1 | 2 | 4): number {
    this.at += size;
    return this.bytes.readUIntBE(this.at - size, size);
  }

  /** One of eight bytes, infinite where it is not safe. */
  long(): number {
    const whole = this.whole(4) * 0x100000000 + this.length(4);
    return Number.isSafeInteger(whole) ? whole : whole * Infinity;
  }

  float(): number {
    this.at += 8;
    return this.bytes.readDoubleBE(this.at - 8);
  }

  text(size: number): string {
    const from = this.at;
    this.at += size;
    if (size > shortText) return this.bytes.toString('utf8', from, this.at);
    let text = '';
    for (let at = from; at < this.at; at += 1) {
      const letter = this.bytes[at] as number;
      if (letter > 0x7f) return this.bytes.toString('utf8', from, this.at);
      text += String.fromCharCode(letter);
    }
    return text;
  }

  name(size: number): string {
    this.at += size;
    return knownName(this.bytes, this.at - size, size);
  }
}
