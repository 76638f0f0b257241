import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The smallest text worth the work. Units: bytes. */
const smallest = 16 * 1024;

/** How a text can be packed. */
export type Encoding = 'br' | 'gzip';

// Quick levels: whoever asks first waits, and few ask the same again; for those the packed bytes are kept. Higher levels took two to four
// times as long for a tenth fewer bytes. Both run in the thread pool.
const compress: Readonly<Record<Encoding, (text: string) => Promise<Buffer>>> = {
  br: (text) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }),
  gzip: (text) => promisify(gzip)(text, { level: 1 }),
};

/** Packs a large text in the way its reader understands. Shape: the text's own bytes where it is small or no way is known. */
export async function compressText(text: string, encoding: Encoding | undefined): Promise<{ body: Buffer; encoding?: Encoding }> {
  if (!encoding || Buffer.byteLength(text) <= smallest) return { body: Buffer.from(text) };
  return { body: await compress[encoding](text), encoding };
}

/** The best encoding that a client takes. Source: RFC 9110, 12.5.3. */
export function encodingFor(accepted = ''): Encoding | undefined {
  if (accepted === '') return undefined;
  const refused = /;\s*q=0(?:\.0*)?\s*$/;
  const taken = new Set(
    accepted
      .toLowerCase()
      .split(',')
      .filter((part) => !refused.test(part))
      .map((part) => part.split(';', 1)[0]?.trim()),
  );
  return (['br', 'gzip'] as const).find((encoding) => taken.has(encoding));
}
