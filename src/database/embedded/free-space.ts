import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The free space of the disk that a folder lies on, or will lie on. Units: whole megabytes. */
export async function freeMegabytes(folder: string): Promise<number> {
  if (!existsSync(folder) && dirname(folder) !== folder) return freeMegabytes(dirname(folder));
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / 2 ** 20);
}
