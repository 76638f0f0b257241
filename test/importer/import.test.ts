import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import type { SourceFile } from '../../src/domain/source-file.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { audit } from '../../src/recording/audit.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { sumReports } from '../../src/recording/report.ts';
import { withdrawSource } from '../../src/recording/withdraw-source.ts';
import { atlasFiles } from '../support/atlas.ts';
import { writeSourceFiles } from '../support/hub-event.ts';
import { emptyGraph, seedFiles, testFile } from '../support/seeded-graph.ts';

const spring = testFile('spring-forum.yaml');
const autumn = testFile('autumn-forum.yaml');
let database: Database;

beforeEach(async () => {
  await database?.close();
  database = await emptyGraph();
});
afterAll(() => database.close());

/** The spring report with one thing changed, in a file of the same name. */
async function changed(from: string | RegExp, to: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'import-')), 'spring-forum.yaml');
  const text = await readFile(spring, 'utf8');
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  await writeFile(path, edited);
  return path;
}

const talks = {
  id: 'source:talks',
  name: '讲座记录',
  file: 'talks.txt',
  sha256: '5'.repeat(64),
  lineCount: 1,
  filledLines: [1],
  language: 'zh',
};

const one = async (cypher: string) => (await database.read(cypher))[0];

describe('importing', () => {
  it('gives the same graph when it is done twice', async () => {
    await importFiles(database, seedFiles());
    const digest = await computeDigest(database);
    const again = sumReports(await importFiles(database, seedFiles()));
    expect(again).toMatchObject({ created: 0, changed: 0, withdrawn: 0 });
    expect(await computeDigest(database)).toBe(digest);
    expect(await audit(database)).toEqual([]);
  });

  it('gives the same graph in whatever order the files come', async () => {
    await importFiles(database, [spring, autumn]);
    const digest = await computeDigest(database);
    await database.close();
    database = await emptyGraph();
    await importFiles(database, [spring]);
    await importFiles(database, [autumn]);
    await importFiles(database, [spring]);
    expect(await computeDigest(database)).toBe(digest);
    await database.close();
    database = await emptyGraph();
    await importFiles(database, [autumn, spring]);
    expect(await computeDigest(database)).toBe(digest);
    expect(await audit(database)).toEqual([]);
  });

  it('names an agreement, and the outlet of a source, after whoever a later file names', async () => {
    await importFiles(database, atlasFiles());
    const digest = await computeDigest(database);
    expect(await one("MATCH (a:Agreement {id: 'agreement:society-binhai-2032'}) RETURN a.name AS name")).toEqual({
      name: '滨海大学附属医院、海东省抗癌学会：战略合作协议',
    });
    await database.close();
    database = await emptyGraph();
    await importFiles(database, atlasFiles().reverse());
    expect(await computeDigest(database)).toBe(digest);
  });

  it('tells what one line says together in the same order every time', async () => {
    await importFiles(database, seedFiles());
    const digest = await computeDigest(database);
    await database.close();
    database = await emptyGraph();
    await importFiles(database, seedFiles().reverse());
    expect(await computeDigest(database)).toBe(digest);
  });

  it('keeps nothing of a dry run', async () => {
    const [report] = await importFiles(database, [spring], { dryRun: true });
    expect(report?.counts.PARTICIPATION).toMatchObject({ created: 2 });
    expect(await one('MATCH (n) WHERE NOT n:Migration RETURN count(n) AS nodes')).toEqual({ nodes: 0 });
  });

  it('changes just what a changed file says', async () => {
    await importFiles(database, [spring]);
    const report = await importFiles(database, [await changed('capacity: 会长, printedOrder', 'capacity: 副会长, printedOrder')]);
    expect(sumReports(report)).toMatchObject({ created: 0, changed: 1, withdrawn: 0 });
    expect(await one("MATCH ()-[r:PARTICIPATED_IN {role: 'MODERATOR'}]->() RETURN r.capacity AS capacity")).toEqual({ capacity: '副会长' });
  });

  it('withdraws, whole, a fact that no source says any longer, and takes it back when one does', async () => {
    await importFiles(database, [spring]);
    const digest = await computeDigest(database);
    const report = await importFiles(database, [await changed(/.*role: CLINIC_EXPERT.*\n/, '')]);
    expect(report[0]?.counts.PARTICIPATION).toMatchObject({ withdrawn: 1 });
    expect(await one("MATCH (w:WithdrawnFact) RETURN w.factType AS type, w.content CONTAINS 'CLINIC_EXPERT' AS whole")).toEqual({
      type: 'PARTICIPATED_IN',
      whole: true,
    });
    expect(await one("MATCH ({id: 'person:li-ming'})-[r:ON_ROSTER|ON_OWN_ROSTER]->() RETURN count(r) AS places")).toEqual({ places: 0 });
    await importFiles(database, [spring]);
    expect(await computeDigest(database)).toBe(digest);
    expect(await one('MATCH (w:WithdrawnFact) RETURN count(w) AS withdrawn')).toEqual({ withdrawn: 0 });
  });

  it('leaves no hop of a path where the fact that ties several is withdrawn', async () => {
    await importFiles(database, [spring]);
    const ties = "MATCH (:Person {name: '单晓月'})-[r:TIE {kind: 'POSITION'}]-() RETURN count(r) AS ties";
    expect(await one(ties)).toEqual({ ties: 1 });
    await importFiles(database, [await changed(/.*fact: Position.*\n/, '')]);
    expect(await one(ties)).toEqual({ ties: 0 });
    expect(await audit(database)).toEqual([]);
  });

  it('hides an entity of which nothing is said any longer, and keeps its id', async () => {
    await importFiles(database, [spring]);
    const without = await changed(/ {2}person:li-ming:\n(?: {4}.*\n)+/, '');
    await writeFile(without, (await readFile(without, 'utf8')).replace(/.*CLINIC_EXPERT.*\n/, '').replace(', receivedBy: 李明', ''));
    await importFiles(database, [without]);
    expect(await one("MATCH (e {id: 'person:li-ming'}) RETURN labels(e) AS labels")).toEqual({ labels: ['HiddenEntity'] });
    expect(await audit(database)).toEqual([]);
  });

  it('places a participant of a part on the roster of the whole', async () => {
    await importFiles(database, [spring]);
    expect(
      await one("MATCH ({id: 'person:li-ming'})-[r:ON_ROSTER]->({id: 'event:spring-forum'}) RETURN r.roles AS roles, r.present AS present"),
    ).toEqual({
      roles: ['CLINIC_EXPERT'],
      present: true,
    });
    expect(await one("MATCH ({id: 'person:li-ming'})-[r:ON_OWN_ROSTER]->({id: 'event:spring-forum'}) RETURN count(r) AS places")).toEqual({
      places: 0,
    });
  });

  it('places someone who took part in very many events on the rosters of the wholes, too', async () => {
    const names = Array.from({ length: 60 }, (_, index) => index);
    const part = (index: number) => `event:talk-${index}`;
    const whole = (index: number) => `event:day-${index % 3}`;
    const events = [...names.map(part), whole(0), whole(1), whole(2)].map((id) => [id, { name: id, lines: 1 }] as const);
    const partOf = names.map((index) => ({ fact: 'PART_OF', part: part(index), whole: whole(index), lines: 1 }));
    const took = (event: string) => ({ fact: 'PARTICIPATED_IN', participant: 'person:hub', event, role: 'SPEAKER', lines: 1 });
    const source = { source: talks, entities: Object.fromEntries([...events, ['person:hub', { name: '众会', lines: 1 }]]) };
    const [all, again] = await writeSourceFiles([
      { ...source, facts: [...partOf, ...names.map((index) => took(part(index)))] },
      { ...source, facts: [...partOf, ...names.map((index) => took(part(index))), took(whole(0))] },
    ] as SourceFile[]);
    const places = () =>
      one(`MATCH (:Person {id: 'person:hub'})-[r]->(e:Event)
        RETURN count(CASE type(r) WHEN 'ON_ROSTER' THEN 1 END) AS rosters, count(CASE type(r) WHEN 'ON_OWN_ROSTER' THEN 1 END) AS own`);
    await importFiles(database, [String(all)]);
    expect(await places()).toEqual({ rosters: 63, own: 60 });
    await importFiles(database, [String(again)]);
    expect(await places()).toEqual({ rosters: 63, own: 61 });
    await importFiles(database, [String(all)]);
    expect(await places()).toEqual({ rosters: 63, own: 60 });
  });
});

describe('withdrawing a source', () => {
  it('leaves the graph as if it had never been imported, and importing brings it back', async () => {
    await importFiles(database, [spring]);
    const alone = await computeDigest(database);
    await importFiles(database, [autumn]);
    const both = await computeDigest(database);
    await withdrawSource(database, 'source:autumn-report', 'printed in error');
    expect(await computeDigest(database)).toBe(alone);
    expect(await audit(database)).toEqual([]);
    expect(await one('MATCH (w:WithdrawnFact) RETURN DISTINCT w.reason AS reason')).toEqual({ reason: 'printed in error' });
    await importFiles(database, [autumn]);
    expect(await computeDigest(database)).toBe(both);
  });

  it('brings an agreement back, too, that was said by no other', async () => {
    await importFiles(database, [spring]);
    const digest = await computeDigest(database);
    await importFiles(database, [await changed(/.*fact: Agreement.*\n/, '')]);
    expect(await one("MATCH (a {id: 'agreement:test-association-river-hospital'}) RETURN labels(a) AS labels")).toEqual({
      labels: ['HiddenEntity'],
    });
    await importFiles(database, [spring]);
    expect(await computeDigest(database)).toBe(digest);
    expect(await audit(database)).toEqual([]);
  });

  it('that is not there is refused', async () => {
    await expect(withdrawSource(database, 'source:unheard-of', 'none')).rejects.toThrow(/no such source is in the graph/);
  });
});

describe('a file that is wrong', () => {
  const refusal = async (from: string | RegExp, to: string) => {
    const path = await changed(from, to);
    const error = await importFiles(database, [path]).catch((fault: Error) => fault);
    expect(await one('MATCH (n) WHERE NOT n:Migration RETURN count(n) AS nodes')).toEqual({ nodes: 0 });
    return (error as Error).message.replaceAll(path, 'FILE');
  };

  it.each([
    [
      'an unknown role',
      'role: MODERATOR',
      'role: MODERATER',
      /^FILE:\d+: facts\.2\.role: "MODERATER" is not one of .*; did you mean "MODERATOR"\?\nNothing was stored\.$/,
    ],
    [
      'an unknown kind',
      'kind: HOSPITAL',
      'kind: HOSPTAL',
      /^FILE:\d+: entities\.organisation:river-hospital\.kind: "HOSPTAL" is not one of .*did you mean "HOSPITAL"\?/,
    ],
    [
      'a kind of another sort',
      'kind: HOSPITAL',
      'kind: WALK',
      /^FILE:\d+: entities\.organisation:river-hospital\.kind: "WALK" is no kind for this entity; allowed: HOSPITAL, /,
    ],
    [
      'an unknown key',
      'roleText: 主持',
      'roletext: 主持',
      /^FILE:\d+: facts\.2\.roletext: "roletext" is no key here; did you mean "roleText"\?/,
    ],
    [
      'an unknown type of fact',
      'fact: Figure',
      'fact: Figur',
      /^FILE:\d+: facts\.6\.fact: "Figur" is no type of fact; did you mean "Figure"\?/,
    ],
    [
      'an unknown name',
      'holder: 单晓月',
      'holder: 单晓夜',
      /^FILE:\d+: facts\.1\.holder: "单晓夜" is not known as Person; did you mean "单晓月"\?/,
    ],
    ['an entity of the wrong kind', 'holder: 单晓月', 'holder: 测试协会', /^FILE:\d+: facts\.1\.holder: "测试协会" is not known as Person/],
    [
      'lines outside the document',
      'lines: 8 }',
      'lines: 80 }',
      /^FILE:\d+: facts\.6\.lines: lines 80-80 do not begin and end on filled lines of the document \(1-12\)/,
    ],
    [
      'an impossible date',
      'termTo: "2032-06"',
      'termTo: "2032-13"',
      /^FILE:\d+: facts\.4\.termTo: must be a date: 2024, 2024-11 or 2024-11-14/,
    ],
    ['broken YAML', 'facts:', 'facts: [', /^FILE:\d+: /],
  ])('is refused for %s, with file, line and the word meant', async (_what, from, to, message) => {
    expect(await refusal(from, to)).toMatch(message);
  });

  it('is refused when a person of another source is taken over by name alone', async () => {
    await importFiles(database, [spring]);
    const path = join(await mkdtemp(join(tmpdir(), 'import-')), 'autumn.yaml');
    await writeFile(path, (await readFile(autumn, 'utf8')).replace(/ {4}identifiedBy.*\n/, ''));
    await expect(importFiles(database, [path])).rejects.toThrow(/person:shan-xiaoyue is declared by another source too/);
  });

  it('is refused for a name that two entities bear', async () => {
    expect(await refusal('name: 李明', 'name: 单晓月')).toMatch(
      /"单晓月" is the name of person:shan-xiaoyue and person:li-ming; write the id/,
    );
  });
});
