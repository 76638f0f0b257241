import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own that can be filled. */
export interface SmallDisk {
  readonly folder: string;
  freeMb(): number;
  /** Leaves so much free at most. */
  fill(freeMb: number): void;
  empty(): void;
  remove(): void;
}

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'pipe' });

/** Makes an ext4 file system in a file and mounts it. Shape: why not, where this cannot be done, as without root. */
export function smallDisk(megabytes: number): SmallDisk | string {
  const place = mkdtempSync(join(tmpdir(), 'graph-disk-'));
  const [image, folder] = [join(place, 'image'), join(place, 'disk')];
  try {
    mkdirSync(folder);
    run('dd', 'if=/dev/zero', `of=${image}`, 'bs=1M', 'count=0', `seek=${megabytes}`);
    run('mkfs.ext4', '-q', '-m', '0', image);
    run('mount', '-o', 'loop', image, folder);
  } catch (error) {
    rmSync(place, { recursive: true, force: true });
    return (error as Error).message.split('\n')[0] as string;
  }
  let fillers = 0;
  const freeMb = () => {
    const { bavail, bsize } = statfsSync(folder);
    return (bavail * bsize) / 2 ** 20;
  };
  const fillerAt = (number: number) => join(folder, `filler-${number}`);
  return {
    folder,
    freeMb,
    fill: (left) => {
      const bytes = Math.floor((freeMb() - left) * 2 ** 20);
      if (bytes > 0) writeFileSync(fillerAt(fillers++), Buffer.alloc(bytes, 1));
    },
    empty: () => {
      while (fillers > 0) rmSync(fillerAt(--fillers), { force: true });
    },
    remove: () => {
      run('umount', '-l', folder);
      rmSync(place, { recursive: true, force: true });
    },
  };
}
