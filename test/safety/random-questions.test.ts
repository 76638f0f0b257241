import { it } from 'vitest';
import { askAtRandom } from '../support/ask-at-random.ts';

it('R1: two hundred random questions of our own schema are answered or refused, and leave the graph as it was', () => askAtRandom(200));
