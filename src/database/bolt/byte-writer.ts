/** What a message above this took is given back. Units: bytes. */
const keptRoom = 256 * 1024;
const firstRoom = 4096;

/** Bytes of one message after another, in the same room. */
export class ByteWriter {
  private bytes = Buffer.allocUnsafe(firstRoom);
  private end = 0;

  /** What was written before is gone. */
  begin(): void {
    this.end = 0;
    if (this.bytes.length > keptRoom) this.bytes = Buffer.allocUnsafe(firstRoom);
  }

  /** What was written since it began; it stands until that is done again. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.end);
  }

  byte(byte: number): void {
    this.room(1);
    this.bytes[this.end++] = byte;
  }

  /** A number of so many bytes, negative or not, behind its marker. */
  whole(marker: number, number: number, size: 1 | 2 | 4): void {
    this.byte(marker);
    this.room(size);
    // What does not fit is cut off, which leaves the two's complement of a negative one.
    for (let place = size - 1; place >= 0; place -= 1) this.bytes[this.end++] = number >> (8 * place);
  }

  long(marker: number, number: bigint): void {
    this.byte(marker);
    this.room(8);
    this.end = this.bytes.writeBigInt64BE(number, this.end);
  }

  float(marker: number, number: number): void {
    this.byte(marker);
    this.room(8);
    this.end = this.bytes.writeDoubleBE(number, this.end);
  }

  /** A text that takes so many bytes. */
  text(text: string, size: number): void {
    this.room(size);
    this.end += this.bytes.write(text, this.end);
  }

  all(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.bytes.set(bytes, this.end);
    this.end += bytes.length;
  }

  private room(size: number): void {
    if (this.end + size <= this.bytes.length) return;
    const bytes = Buffer.allocUnsafe(Math.max(2 * this.bytes.length, this.end + size));
    this.bytes.copy(bytes, 0, 0, this.end);
    this.bytes = bytes;
  }
}
