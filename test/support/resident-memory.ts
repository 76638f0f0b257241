import { readFileSync } from 'node:fs';

/** The memory that a process holds. Units: MB. Linux only, as the tests of faults are. */
export const residentMb = (pid: number): number => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
