import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { gatherLines } from '../../src/server/gather-lines.ts';

it('The lines of one turn of the event loop are written together, in their order, and none waits for another turn', async () => {
  const written: string[] = [];
  const lines = gatherLines({ write: (text) => written.push(text) });
  lines.write('one\n');
  lines.write('two\n');
  expect(written).toEqual([]);
  await turn();
  expect(written).toEqual(['one\ntwo\n']);
  lines.write('three\n');
  await turn();
  expect(written).toEqual(['one\ntwo\n', 'three\n']);
});
