import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { askSchema } from '../support/ask-schema.ts';
import { seededGraph, seedFiles, testFile } from '../support/seeded-graph.ts';

let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;

beforeAll(async () => {
  database = await seededGraph([...seedFiles(), testFile('winter-congress.yaml')]);
  ask = await askSchema(database);
});

afterAll(() => database.close());

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
type Answer = any;

const text = `query($scope: NetworkScope!, $roles: [EventRole!], $from: Day, $to: Day, $kinds: [EntityKind!], $minWeight: Float, $maxNodes: Int, $maxTies: Int) {
  network(scope: $scope, roles: $roles, from: $from, to: $to, participantKinds: $kinds, minWeight: $minWeight, maxNodes: $maxNodes, maxTies: $maxTies) {
    hiddenNodes hiddenTies skippedEvents formula(lang: EN)
    nodes { entity { id name } degree strength community }
    ties { a b weight sharedEvents factIds factCount } } }`;

async function networkOf(scope: object, more: Record<string, unknown> = {}): Promise<Answer> {
  const { data, errors } = await ask(text, { scope, ...more });
  expect(errors).toBeUndefined();
  return data?.network;
}
const errorOf = async (scope: object, more: Record<string, unknown> = {}) => (await ask(text, { scope, ...more })).errors?.[0];
const codeOf = async (scope: object, more: Record<string, unknown> = {}) =>
  (await errorOf(scope, more))?.originalError as { code?: string; details?: { argument?: string } } | undefined;
const short = (id: string): string => id.replace(/^\w+:/, '');
const nodesOf = (network: Answer): string[] => network.nodes.map((node: Answer) => short(node.entity.id));
const tiesOf = (network: Answer) => network.ties.map(({ a, b, weight }: Answer) => [short(a), short(b), Number(weight.toFixed(6))]);

const winter = { entityIds: ['zhao-yi', 'qian-er', 'sun-san', 'li-si', 'zhou-wu'].map((name) => `person:${name}`) };
const yingkou = 'event:caca-guidelines-china-tour-yingkou-2025';
const congress = 'event:cchio-2024-science-popularisation-congress';

describe('a network by hand', () => {
  it('has each tie as reckoned, the heaviest first, and everyone named, tied or not', async () => {
    const network = await networkOf(winter);
    expect(tiesOf(network)).toEqual(
      [
        ['sun-san', 'zhao-yi', 4],
        ['li-si', 'sun-san', 2],
        ['qian-er', 'zhao-yi', 2.02],
        ['qian-er', 'sun-san', 2],
        ['li-si', 'zhao-yi', 1.01],
        ['li-si', 'qian-er', Number((2 / 300).toFixed(6))],
      ].sort((x, y) => Number(y[2]) - Number(x[2]) || (String(x[0]) < String(y[0]) ? -1 : 1)),
    );
    expect(network.nodes.map((node: Answer) => [short(node.entity.id), node.degree, Number(node.strength.toFixed(6))])).toEqual([
      ['sun-san', 3, 8],
      ['zhao-yi', 3, 7.03],
      ['qian-er', 3, 4.026667],
      ['li-si', 3, 3.016667],
      ['zhou-wu', 0, 0],
    ]);
    expect(network.nodes.at(-1).community).toBeNull();
    expect(network).toMatchObject({ hiddenNodes: 0, hiddenTies: 0, skippedEvents: 0 });
  });

  it('gives the facts of a tie, those of the heaviest event first', async () => {
    const { ties } = await networkOf(winter);
    const tie = ties.find(({ a, b }: Answer) => a === 'person:qian-er' && b === 'person:zhao-yi');
    expect(tie.factCount).toBe(4);
    const facts = await Promise.all(
      tie.factIds.map(
        async (id: string) => (await ask('query($id: ID!) { fact(id: $id) { attributes { name value } } }', { id })).data?.fact,
      ),
    );
    const roles = facts.map((fact: Answer) => fact.attributes.find((attribute: Answer) => attribute.name === 'role').value);
    expect(roles.slice(0, 2).sort()).toEqual(['MODERATOR', 'SPEAKER']);
    expect(roles.slice(2).sort()).toEqual(['ATTENDEE', 'CHAIR']);
  });
});

describe('the network of the two documents', () => {
  it('holds both events in 朴浩哲, who alone was at either, and finds a community in each', async () => {
    const network = await networkOf({ eventIds: [yingkou, congress] });
    // Fourteen at Yingkou and fifteen at the congress, one of them the same.
    expect(network.nodes).toHaveLength(28);
    const piao = network.nodes.find((node: Answer) => node.entity.name === '朴浩哲');
    expect(piao.degree).toBe(27);
    const communityOf = (name: string) => network.nodes.find((node: Answer) => node.entity.name === name).community;
    expect(communityOf('樊代明')).toBe(communityOf('郝希山'));
    expect(communityOf('樊代明')).not.toBe(communityOf('吴晓明'));
  });

  it('around 吴晓明 is the tour, and two steps away the congress too', async () => {
    expect(nodesOf(await networkOf({ around: { id: 'person:wu-xiaoming' } }))[0]).toBe('wu-xiaoming');
    expect((await networkOf({ around: { id: 'person:wu-xiaoming' } })).nodes).toHaveLength(14);
    expect((await networkOf({ around: { id: 'person:wu-xiaoming', hops: 2 } })).nodes).toHaveLength(28);
  });

  it('of a series ties those of its editions; of an organisation its people, from below it too', async () => {
    expect(nodesOf(await networkOf({ seriesId: 'series:winter-congress' })).sort()).toEqual(['li-si', 'qian-er', 'sun-san', 'zhao-yi']);
    const hospital = await networkOf({ organisationId: 'organisation:winter-hospital' });
    expect(nodesOf(hospital)).toEqual(['sun-san', 'zhao-yi', 'zhou-wu']);
    expect(hospital.ties).toHaveLength(1);
  });
});

describe('a cap', () => {
  it('keeps the strongest, says what it hides, and changes no degree, strength or community', async () => {
    const whole = await networkOf({ eventIds: [yingkou, congress] });
    const capped = await networkOf({ eventIds: [yingkou, congress] }, { maxNodes: 5, maxTies: 3 });
    expect(capped.nodes).toEqual(whole.nodes.slice(0, 5));
    expect(capped.hiddenNodes).toBe(23);
    expect(capped.ties).toHaveLength(3);
    expect(capped.hiddenTies).toBe(whole.ties.length - 3);
    expect(capped.ties).toEqual(
      whole.ties.filter(({ a, b }: Answer) => [a, b].every((id) => capped.nodes.some((node: Answer) => node.entity.id === id))).slice(0, 3),
    );
  });

  it('never hides whom the network is around', async () => {
    expect(nodesOf(await networkOf({ around: { id: 'person:zhang-yanping' } }, { maxNodes: 1 }))).toEqual(['zhang-yanping']);
  });

  it('by weight leaves lighter ties out of everything', async () => {
    const network = await networkOf(winter, { minWeight: 2 });
    expect(network.ties).toHaveLength(4);
    expect(network.hiddenTies).toBe(0);
    expect(network.nodes.find((node: Answer) => node.entity.id === 'person:li-si').degree).toBe(1);
  });
});

it('the same question has the same answer, also in another order of its ids', async () => {
  const once = await networkOf({ eventIds: [yingkou, congress] });
  expect(await networkOf({ eventIds: [congress, yingkou] })).toEqual(once);
});

it('counts the kinds, roles and days that are asked for', async () => {
  const ids = { entityIds: [...winter.entityIds, 'organisation:winter-paper'] };
  expect(nodesOf(await networkOf(ids, { kinds: ['ORGANISATION'] }))).toEqual(['winter-paper']);
  expect(tiesOf(await networkOf(winter, { from: '2031-03-01' }))).toEqual([['sun-san', 'zhao-yi', 2]]);
  expect(tiesOf(await networkOf(winter, { roles: ['ATTENDEE'] })).map(([a, b]: string[]) => `${a} ${b}`)).toEqual([
    'li-si zhao-yi',
    'li-si qian-er',
  ]);
});

it('refuses what cannot be meant, and names the argument', async () => {
  expect(await codeOf({ eventIds: [] })).toMatchObject({ code: 'BAD_USER_INPUT', details: { argument: 'eventIds' } });
  expect(await codeOf({ entityIds: ['event:winter-walk'] })).toMatchObject({ code: 'BAD_USER_INPUT', details: { argument: 'entityIds' } });
  expect(await codeOf({ seriesId: 'series:none' })).toMatchObject({ code: 'NOT_FOUND', details: { argument: 'seriesId' } });
  expect(await codeOf({ around: { id: 'person:zhao-yi', hops: 3 } })).toMatchObject({ details: { argument: 'hops' } });
  expect(await codeOf(winter, { maxNodes: 0 })).toMatchObject({ code: 'BAD_USER_INPUT', details: { argument: 'maxNodes' } });
  expect(await codeOf(winter, { maxTies: 10_001 })).toMatchObject({ details: { argument: 'maxTies' } });
  expect(await codeOf(winter, { minWeight: -1 })).toMatchObject({ details: { argument: 'minWeight' } });
  expect(await codeOf(winter, { kinds: ['EVENT'] })).toMatchObject({ details: { argument: 'participantKinds' } });
  expect((await errorOf({}))?.message).toMatch(/[Ee]xactly one/);
  expect((await errorOf({ seriesId: 'series:winter-congress', ...winter }))?.message).toMatch(/[Ee]xactly one/);
});
