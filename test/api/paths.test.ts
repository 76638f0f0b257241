import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { askSchema } from '../support/ask-schema.ts';
import { seededGraph } from '../support/seeded-graph.ts';

const fan = 'person:fan-daiming';
const xue = 'person:xue-jing';
const piao = 'person:piao-haozhe';
const association = 'organisation:china-anti-cancer-association';
const hospital = 'organisation:yingkou-central-hospital';
const newspaper = 'organisation:yishibao';
const congress = 'event:cchio-2024-science-popularisation-congress';
const tourStop = 'event:caca-guidelines-china-tour-yingkou-2025';

let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;

beforeAll(async () => {
  database = await seededGraph();
  ask = await askSchema(database);
});

afterAll(() => database.close());

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
type Answer = any;

const text = `query($fromId: ID!, $toId: ID!, $maxFacts: Int, $limit: Int, $kinds: [FactKind!], $avoid: [ID!]) {
  paths(fromId: $fromId, toId: $toId, maxFacts: $maxFacts, limit: $limit, kinds: $kinds, avoid: $avoid) {
    length certainty zh: narration en: narration(lang: EN)
    steps { from { id } to { id } fact { kind certainty statement evidence { lines { from to } } } }
  }
}`;

async function paths(fromId: string, toId: string, more: Record<string, unknown> = {}): Promise<Answer[]> {
  const { data, errors } = await ask(text, { fromId, toId, ...more });
  expect(errors).toBeUndefined();
  return (data as Answer).paths;
}

const middles = (path: Answer): string[] => path.steps.slice(1).map((step: Answer) => step.from.id);
const kinds = (path: Answer): string[] => path.steps.map((step: Answer) => step.fact.kind);
const lines = (path: Answer): number[][][] =>
  path.steps.map((step: Answer) => step.fact.evidence.map(({ lines: { from, to } }: Answer) => [from, to]));

describe('from the president of the association to the head of the health commission', () => {
  it('lead the association that made the hospital a member at the stop she attended, and the congress and the man who handed over its plaque', async () => {
    const found = await paths(fan, xue);
    expect(found.map(({ length, certainty }) => ({ length, certainty }))).toEqual([
      { length: 3, certainty: 'EXPLICIT' },
      { length: 4, certainty: 'IMPLIED' },
    ]);
    expect(found.map(middles)).toEqual([
      [association, tourStop],
      [congress, piao, hospital],
    ]);
    expect(found.map(kinds)).toEqual([
      ['POSITION', 'MEMBERSHIP', 'PARTICIPATION'],
      ['PARTICIPATION', 'PARTICIPATION', 'MEMBERSHIP', 'REMARK'],
    ]);
  });

  it('cite the lines of every fact, the strongest where several join two neighbours', async () => {
    const [first, second] = await paths(fan, xue);
    // She is also quoted at the stop, and spoke there nine times; that she attended is the only explicit one of these facts.
    expect(lines(first)).toEqual([
      [[1, 1]],
      [
        [93, 97],
        [93, 113],
        [151, 152],
        [151, 152],
      ],
      [
        [246, 248],
        [270, 272],
      ],
    ]);
    expect(lines(second)[0]).toEqual([
      [1, 13],
      [16, 18],
    ]);
    expect(lines(second)[3]?.[0]?.[0]).toBe(47);
  });

  it('are told in both languages', async () => {
    const [first, second] = await paths(fan, xue);
    expect(first.zh).toBe(
      '樊代明 → 中国抗癌协会 → CACA指南中国行（营口站） → 薛静：1. 樊代明任中国抗癌协会理事长（截至2024-11-14）。 2. 营口市中心医院是中国抗癌协会的团体会员单位，于CACA指南中国行（营口站）授予。 3. 薛静（营口市卫健委党组书记、主任）在CACA指南中国行（营口站）中的角色：出席者。',
    );
    expect(first.en).toBe(
      'Fan Daiming → China Anti-Cancer Association (CACA) → CACA Guidelines China Tour (Yingkou stop) → Xue Jing: 1. Fan Daiming holds the post President at China Anti-Cancer Association (CACA) (as of 2024-11-14). 2. Yingkou Central Hospital is a group member of China Anti-Cancer Association (CACA), granted at CACA Guidelines China Tour (Yingkou stop). 3. Xue Jing – CACA Guidelines China Tour (Yingkou stop): attendee (营口市卫健委党组书记、主任).',
    );
    expect(second.zh).toMatch(/3\. 营口市中心医院是.*。（移交人：朴浩哲） 4\. 薛静.*期望：.*。（推知）$/);
  });

  it('are the same from the other end, turned', async () => {
    const [there, back] = [await paths(fan, xue), await paths(xue, fan)];
    expect(back.map((path) => path.steps.map((step: Answer) => step.fact.statement).reverse())).toEqual(
      there.map((path) => path.steps.map((step: Answer) => step.fact.statement)),
    );
  });

  it('go round the association when asked to, by events that people attended', async () => {
    expect((await paths(fan, xue, { avoid: [association] })).map((path) => [path.certainty, middles(path)])).toEqual([
      ['EXPLICIT', [congress, piao, tourStop]],
    ]);
    expect(await paths(fan, xue, { avoid: [association, congress] })).toEqual([]);
  });

  it('take only the kinds of facts named', async () => {
    expect((await paths(fan, xue, { kinds: ['PARTICIPATION'] })).map(middles)).toEqual([[congress, piao, tourStop]]);
    expect((await paths(fan, xue, { kinds: ['PARTICIPATION', 'POSITION', 'MEMBERSHIP'], limit: 1 })).map(middles)).toEqual([
      [association, tourStop],
    ]);
    expect(await paths(fan, xue, { kinds: ['POSITION'] })).toEqual([]);
    expect(await paths(fan, xue, { kinds: ['STATEMENT', 'EDITION_OF'] })).toEqual([]);
  });

  it('are none within two facts', async () => {
    expect(await paths(fan, xue, { maxFacts: 2 })).toEqual([]);
  });
});

describe('from any guest of the congress to the people of the health commission of Yingkou', () => {
  const officials = [xue, 'person:liu-jie'];
  const first = async (guest: string, official: string): Promise<Answer> => (await paths(guest, official, { limit: 1 }))[0];
  const guests = async (): Promise<string[]> => {
    const { data } = await ask(
      `{ roster(eventId: "${congress}", first: 100, participantKinds: [PERSON]) { entries { edges { node { participant { id } } } } } }`,
    );
    return (data as Answer).roster.entries.edges.map((edge: Answer) => edge.node.participant.id).sort();
  };

  it('lead the association, for those with a post there; the man who was at both, for all others', async () => {
    const connected: Record<string, string[]> = {};
    for (const guest of await guests()) {
      const [one, other] = await Promise.all(officials.map((official) => first(guest, official)));
      expect(middles(one)).toEqual(middles(other));
      const by = middles(one).join(' ');
      connected[by] = [...(connected[by] ?? []), guest];
    }
    expect(connected).toEqual({
      [`${association} ${tourStop}`]: [
        'person:cheng-xiangdong',
        fan,
        'person:hao-xishan',
        'person:li-ping',
        'person:nie-yongzhan',
        'person:shi-hanping',
        'person:wang-ying',
        'person:wu-yongzhong',
        'person:zhang-jiangong',
        'person:zhao-yong',
      ],
      [`${congress} ${piao} ${tourStop}`]: ['person:chen-zhinan', 'person:jin-hongtu', 'person:li-zhaoe', 'person:liu-jianzhong'],
      [tourStop]: [piao],
    });
  });

  it('are told in words, with the lines; of his parts at the stop, all explicit, the first that the document names', async () => {
    const path = await first('person:chen-zhinan', 'person:liu-jie');
    expect(path.zh).toBe(
      '陈志南 → 2024 CCHIO科普大会 → 朴浩哲 → CACA指南中国行（营口站） → 刘杰：1. 陈志南（空军军医大学国家分子中心主任）在2024 CCHIO科普大会中的角色：出席者。 2. 朴浩哲（中国抗癌协会副理事长）在2024 CCHIO科普大会中的角色：出席者。 3. 朴浩哲（中国抗癌协会副理事长）在CACA指南中国行（营口站）中的角色：授予人。 4. 刘杰（营口市卫健委副主任）在CACA指南中国行（营口站）中的角色：出席者。',
    );
    expect(path.en).toBe(
      'Chen Zhinan → 2024 CCHIO Science-Popularisation Congress → Piao Haozhe → CACA Guidelines China Tour (Yingkou stop) → Liu Jie: 1. Chen Zhinan – 2024 CCHIO Science-Popularisation Congress: attendee (空军军医大学国家分子中心主任). 2. Piao Haozhe – 2024 CCHIO Science-Popularisation Congress: attendee (中国抗癌协会副理事长). 3. Piao Haozhe – CACA Guidelines China Tour (Yingkou stop): presenter (中国抗癌协会副理事长). 4. Liu Jie – CACA Guidelines China Tour (Yingkou stop): attendee (营口市卫健委副主任).',
    );
    expect(lines(path)).toEqual([
      [
        [3, 13],
        [16, 18],
      ],
      [
        [7, 13],
        [16, 18],
      ],
      [[151, 152]],
      [
        [248, 250],
        [270, 272],
      ],
    ]);
  });
});

describe('paths', () => {
  it('join a hospital with a newspaper by the event where the one became a member and that the other reported', async () => {
    const found = await paths(hospital, newspaper);
    expect(found.map((path) => [path.length, path.certainty, middles(path)])).toEqual([
      [2, 'EXPLICIT', [tourStop]],
      [3, 'IMPLIED', [association, congress]],
    ]);
  });

  it('take each fact between two neighbours by itself, as strong ones in the order of their lines, before they go round', async () => {
    const found = await paths(hospital, association, { limit: 10 });
    expect(found.slice(0, 2).map((path) => [path.length, path.certainty, kinds(path)])).toEqual([
      [1, 'EXPLICIT', ['DESIGNATION']],
      [1, 'EXPLICIT', ['MEMBERSHIP']],
    ]);
    expect(found.slice(2).every((path) => path.length > 1)).toBe(true);
    expect(await paths(hospital, association, { maxFacts: 1, limit: 10 })).toEqual(found.slice(0, 2));
    expect(await paths(hospital, association, { limit: 1 })).toEqual(found.slice(0, 1));
  });

  it('run through no series, place or source', async () => {
    expect(await paths('event:same-day-walk-together-2018', 'event:same-day-walk-together-2019')).toEqual([]);
    expect(await paths('person:wei-ling', 'person:xiang-xue')).toEqual([]);
  });
});

describe('refused are', () => {
  const reasonOf = async (variables: Record<string, unknown>) => {
    const { errors } = await ask(text, variables);
    const [error] = errors ?? [];
    const original = error?.originalError as { code?: string; details?: { argument?: string } } | undefined;
    return [original?.code, original?.details?.argument];
  };

  it.each([
    ['an unknown end', { fromId: 'person:nobody', toId: xue }, ['NOT_FOUND', 'fromId']],
    ['an unknown other end', { fromId: fan, toId: 'event:none' }, ['NOT_FOUND', 'toId']],
    ['something unknown to avoid', { fromId: fan, toId: xue, avoid: ['person:nobody'] }, ['NOT_FOUND', 'avoid']],
    ['the same entity twice', { fromId: fan, toId: fan }, ['BAD_USER_INPUT', 'toId']],
    ['an agreement as an end', { fromId: 'agreement:caca-weibo-jiankang-2024', toId: xue }, ['BAD_USER_INPUT', 'fromId']],
    ['a place as an end', { fromId: fan, toId: 'place:yingkou' }, ['BAD_USER_INPUT', 'toId']],
    ['an honour to avoid', { fromId: fan, toId: xue, avoid: ['honour:star-of-humanitarian-service'] }, ['BAD_USER_INPUT', 'avoid']],
    ['an end to avoid', { fromId: fan, toId: xue, avoid: [xue] }, ['BAD_USER_INPUT', 'avoid']],
    ['no kinds', { fromId: fan, toId: xue, kinds: [] }, ['BAD_USER_INPUT', 'kinds']],
    ['too many facts', { fromId: fan, toId: xue, maxFacts: 7 }, ['BAD_USER_INPUT', 'maxFacts']],
    ['no facts', { fromId: fan, toId: xue, maxFacts: 0 }, ['BAD_USER_INPUT', 'maxFacts']],
    ['too many paths', { fromId: fan, toId: xue, limit: 11 }, ['BAD_USER_INPUT', 'limit']],
  ])('%s', async (_what, variables, reason) => {
    expect(await reasonOf(variables)).toEqual(reason);
  });
});
