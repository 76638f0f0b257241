import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compress = promisify(gzip);
const texts = /\.(js|css|html|json|ttf)$/;

/** Writes the compressed form of every text beside it, so that the server need not compress on each request. */
export const compressAssets = (): Plugin => ({
  name: 'compress-assets',
  apply: 'build',
  // After the files are written: until then Vite still changes them.
  async writeBundle({ dir = '' }, bundle) {
    const files = Object.values(bundle).filter(({ fileName }) => texts.test(fileName));
    await Promise.all(
      files.map(async (file) =>
        writeFile(join(dir, `${file.fileName}.gz`), await compress(file.type === 'chunk' ? file.code : file.source)),
      ),
    );
  },
});
