import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { askSchema } from '../support/ask-schema.ts';
import { atlasGraph } from '../support/atlas.ts';
import { seededGraph } from '../support/seeded-graph.ts';

let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
type Answer = any;

async function data(source: string, variables: Record<string, unknown>): Promise<Answer> {
  const { data: answer, errors } = await ask(source, variables);
  expect(errors).toBeUndefined();
  return answer;
}

const searchText =
  'query($query: String!) { search(query: $query, first: 100) { totalCount edges { node { entity { id summary } matchedOn matchedText score } } } }';
const hits = async (query: string): Promise<Answer[]> => (await data(searchText, { query })).search.edges.map(({ node }: Answer) => node);
const first = async (query: string) => {
  const [hit] = await hits(query);
  return hit && [hit.entity.id, hit.matchedOn];
};
const match = async (...names: string[]): Promise<Answer[]> =>
  (await data('query($names: [String!]!) { matchNames(names: $names) { input status hits { entity { id } matchedOn } } }', { names }))
    .matchNames;

const use = (open: () => Promise<Database>) => {
  beforeAll(async () => {
    database = await open();
    ask = await askSchema(database);
  });
  afterAll(() => database.close());
};

describe('in the two documents', () => {
  use(seededGraph);
  const fan = 'person:fan-daiming';
  const zhaoe = 'person:li-zhaoe';
  const association = 'organisation:china-anti-cancer-association';

  it.each([
    ['樊 代 明', fan, 'NAME'],
    ['　樊　代明　', fan, 'NAME'],
    ['樊代明院士', fan, 'NAME'],
    ['樊代明 教授', fan, 'NAME'],
    ['樊代明名誉理事长', fan, 'NAME'],
    ['zhaoe', zhaoe, 'PINYIN'],
    ["Li Zhao'e", zhaoe, 'ENGLISH'],
    ['Li Zhao’e', zhaoe, 'PINYIN'],
    ['Lǐ Zhào’é', zhaoe, 'PINYIN'],
    ["zhao'e li", zhaoe, 'PINYIN'],
    ['ZHAOE LI', zhaoe, 'PINYIN'],
    ['lze', zhaoe, 'INITIALS'],
    ['zel', zhaoe, 'INITIALS'],
    ['fán dàimíng', fan, 'PINYIN'],
    ['ｆａｎ　ｄａｉｍｉｎｇ', fan, 'ENGLISH'],
    ['ＣＡＣＡ', association, 'ALIAS'],
    ['caca', association, 'ALIAS'],
    ['中國抗癌協會', association, 'TRADITIONAL'],
    ['陕西省科协', 'organisation:shaanxi-association-for-science-and-technology', 'ALIAS'],
    ['陝西省科協', 'organisation:shaanxi-association-for-science-and-technology', 'TRADITIONAL'],
    ['Shaanxi Association for Science and Technology', 'organisation:shaanxi-association-for-science-and-technology', 'ENGLISH'],
    ['Red Cross Society of China', 'organisation:red-cross-society-of-china', 'ENGLISH'],
  ])('%j is first %s, by its %s', async (query, id, matchedOn) => {
    expect(await first(query)).toEqual([id, matchedOn]);
  });

  it('a zero is the letter O, in either the question or the document', async () => {
    const [zero, letter, small] = await Promise.all(['CCHI0', 'CCHIO', 'ｃｃｈｉ０'].map(hits));
    expect(letter?.length).toBeGreaterThan(0);
    expect(zero).toEqual(letter);
    expect(small).toEqual(letter);
    expect(await match('2024CCHI0突出贡献单位')).toMatchObject([{ status: 'MATCHED' }]);
  });

  it.each([
    ['樊代民', fan],
    ['凡代明', fan],
    ['樊岱明', fan],
    ['樊伐明', fan],
    ['樊代朋', fan],
    ['李照娥', zhaoe],
    ['Fan Diaming', fan],
    ['fandaimimg', fan],
    ['Li Shao’e', zhaoe],
    ['中国抗痨协会', association],
    ['中国搞癌协会', association],
    ['China Anti-Caner Association', association],
    ['Chima Anti-Cancer Association', association],
  ])('%s is a slip: marked FUZZY, behind all that is not', async (query, id) => {
    const found = await hits(query);
    expect(found.filter((hit) => hit.entity.id === id).map((hit) => hit.matchedOn)).toEqual(['FUZZY']);
    const kinds = found.map((hit) => hit.matchedOn === 'FUZZY');
    expect(kinds).toEqual([...kinds].sort());
    const [answer] = await match(query);
    expect(answer.status).toBe('UNMATCHED');
    expect(answer.hits.map((hit: Answer) => hit.entity.id)).toContain(id);
  });

  it('what is written as it stands is no slip', async () => {
    for (const query of ['樊代明', 'fandaiming', 'CACA']) expect((await hits(query))[0].matchedOn).not.toBe('FUZZY');
    expect(await match('樊代明', '某某某')).toMatchObject([{ status: 'MATCHED' }, { status: 'UNMATCHED', hits: [] }]);
  });

  it.each(['', ' ', '　', '\t\n', '？！', '***', '"', '~', '。，、', '()', '-', '·', '&&', '||', '+', '\\', '/', '<>=', '😀', '\u200b'])(
    'blank or sign-only input is empty: %j',
    async (query) => {
      expect(await hits(query)).toEqual([]);
      expect(await match(query)).toEqual([{ input: query, status: 'UNMATCHED', hits: [] }]);
    },
  );

  it.each([
    'name:樊代明',
    '樊*明',
    '樊代?',
    '*代明',
    '/樊.*/',
    '[a TO z]',
    '{a TO z}',
    '_exists_:name',
    '*:*',
    'id:person',
    'fan~2 OR caca^9',
    '樊代明 NOT x',
  ])('Lucene syntax is literal text: %j', async (query) => {
    expect((await hits(query)).filter((hit) => hit.matchedOn !== 'FUZZY')).toEqual([]);
  });
});

describe('in the made-up atlas', () => {
  use(() => atlasGraph());

  it('namesakes are hits of their own, each with what tells it apart', async () => {
    for (const query of ['李明', '李明教授', 'liming', 'Ming Li', 'lm']) {
      const namesakes = (await hits(query)).filter((hit) => hit.entity.id.startsWith('person:li-ming-'));
      expect(namesakes.map((hit) => hit.entity.summary).sort()).toEqual(['东湖医院教授', '西山医院教授']);
    }
    expect(await match('李明')).toMatchObject([{ status: 'AMBIGUOUS' }]);
  });

  it('one that sounds the same is a slip', async () => {
    const found = await hits('黎明');
    expect(found.map((hit) => [hit.entity.id, hit.matchedOn])).toEqual(
      expect.arrayContaining([
        ['person:li-ming-east-lake-hospital', 'FUZZY'],
        ['person:li-ming-west-hill-hospital', 'FUZZY'],
      ]),
    );
  });

  it('a short name in use finds its bearer, however little of the name it is', async () => {
    for (const query of ['省肿', '省腫', ' 省 肿 '])
      expect(await hits(query)).toMatchObject([
        { entity: { id: 'organisation:haidong-cancer-hospital' }, matchedText: expect.stringMatching(/省[肿腫]/) },
      ]);
  });

  it('a former name finds the bearer and says so; a slip in it too', async () => {
    const [hit] = await hits('滨海市第一人民医院');
    expect(hit).toMatchObject({ matchedOn: 'FORMER_NAME', matchedText: '滨海市第一人民医院' });
    expect(await hits('滨海市第一入民医院')).toContainEqual(expect.objectContaining({ entity: hit.entity, matchedOn: 'FUZZY' }));
  });
});
