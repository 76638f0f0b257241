import { expect, it } from 'vitest';
import { tellPace } from '../../src/importer/tell-pace.ts';

it('an import tells its pace and the time left, and nothing once all is stored', () => {
  const moments = [0, 2000, 4000, 10_000];
  const pace = tellPace(400_000, () => moments.shift() ?? 0);
  expect(pace(1000)).toBe('; 500 rows a second, 14 min left');
  expect(pace(379_000)).toBe('; 95000 rows a second, 1 s left');
  expect(pace(20_000)).toBe('');
});
