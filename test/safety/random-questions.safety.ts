import { it } from 'vitest';
import { askAtRandom } from '../support/ask-at-random.ts';

const count = process.env.SAFETY_LONG ? 20_000 : 2000;

it(`R1: ${count} random questions of our own schema are answered or refused, and leave the graph as it was`, { timeout: 3_600_000 }, () =>
  askAtRandom(count),
);
