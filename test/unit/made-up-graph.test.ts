import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateSource } from '../../src/recording/validate-source.ts';
import { crowd } from '../bench/generate/crowd.ts';
import { drawParticipations } from '../bench/generate/draw-participations.ts';
import { countsOf, idOf } from '../bench/generate/shape.ts';
import { writeGraphFiles } from '../bench/generate/write-graph-files.ts';
import { randomFrom } from '../support/sample.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'made-up-'));
const small = { people: 1000, seed: 1 };

describe('the made-up graph of the benchmarks', () => {
  it('has the same bytes for the same size and seed, and others for another seed', async () => {
    const { hash, files } = await writeGraphFiles(folder(), small);
    expect((await writeGraphFiles(folder(), small)).hash).toBe(hash);
    expect((await writeGraphFiles(folder(), { ...small, seed: 2 })).hash).not.toBe(hash);
    const probes = (path: string | undefined) => readFileSync(String(path), 'utf8');
    const larger = await writeGraphFiles(folder(), { people: 2000, seed: 3 });
    expect(probes(larger.files.at(-1)), 'the probes are alike at every size').toBe(probes(files.at(-1)));
  });

  it('is made of source files as the importer takes them', async () => {
    const { files, rows } = await writeGraphFiles(folder(), small);
    const read = files.map((file) => {
      const lines = readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      const parts = lines.slice(1);
      const entities = Object.assign({}, ...parts.map((line) => line.entities ?? {}));
      return validateSource({ source: lines[0].source, entities, facts: parts.flatMap((line) => line.facts ?? []) });
    });
    const counted = read.reduce((sum, { entities, facts }) => sum + Object.keys(entities).length + facts.length, 0);
    expect(counted).toBe(rows);
  });

  it('gives most people few events and a few people very many, and its hub a twentieth of all', () => {
    const { people, starts } = drawParticipations(small, randomFrom(1));
    const degrees = new Array<number>(small.people).fill(0);
    for (const person of people) degrees[person] = (degrees[person] ?? 0) + 1;
    const sorted = degrees.toSorted((one, other) => other - one);
    expect(starts.at(-1)).toBe(people.length);
    expect(sorted[500]).toBe(2);
    expect(sorted[0]).toBeGreaterThan(150);
    const hub = [...crowd(small)].at(-1)?.rows() ?? [];
    expect([...hub].filter((row) => row.event === idOf.hub)).toHaveLength(countsOf(small).hubGuests);
  });
});
