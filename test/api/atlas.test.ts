import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { audit } from '../../src/recording/audit.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { withdrawSource } from '../../src/recording/withdraw-source.ts';
import { askSchema } from '../support/ask-schema.ts';
import { atlasFiles, atlasGraph } from '../support/atlas.ts';
import { changedFile } from '../support/changed-file.ts';
import { hubEventId, hubGuestId } from '../support/hub-event.ts';

const hubSize = 5000;
const haigang = 'event:river-tour-haigang';
const yunxi = 'event:river-tour-yunxi';
const liMing = { eastLake: 'person:li-ming-east-lake-hospital', westHill: 'person:li-ming-west-hill-hospital' };
const fileOf = (name: string): string => atlasFiles().find((path) => path.endsWith(`/${name}`)) ?? '';

let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;

beforeAll(async () => {
  database = await atlasGraph({ hub: hubSize });
  ask = await askSchema(database);
  // Five thousand people take a small machine a while.
}, 600_000);
afterAll(() => database.close());

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
type Answer = any;

async function data(source: string, variables?: Record<string, unknown>): Promise<Answer> {
  const { data: answer, errors } = await ask(source, variables);
  expect(errors).toBeUndefined();
  return answer;
}

const nodes = (page: Answer): Answer[] => page.edges.map((edge: Answer) => edge.node);

it('the atlas is whole: every line of it is cited or left out, every fact has its ends', async () => {
  expect(await audit(database)).toEqual([]);
});

describe('whether someone took part', () => {
  const text =
    'query($who: ID!, $event: ID!) { participation(participantId: $who, eventId: $event) { answer completeness facts { kind disputed statement } } }';
  const verdict = async (who: string, event: string) => (await data(text, { who, event })).participation;

  it('is yes where a list names them, at a session of the event too', async () => {
    expect(await verdict('person:qiu-ying', yunxi)).toMatchObject({
      answer: 'YES',
      completeness: 'COMPLETE',
      facts: [{ disputed: false }],
    });
    expect(await verdict('person:ouyang-xue', 'event:harbour-congress-2032')).toMatchObject({ answer: 'YES' });
  });

  it('is no where a source says that they were away', async () => {
    const { answer, completeness, facts } = await verdict('person:qiu-ying', haigang);
    expect([answer, completeness, facts.map((fact: Answer) => fact.kind)]).toEqual(['NO', 'PARTIAL', ['ABSENCE']]);
  });

  it('is no where the list that lacks them says that it is whole, and rests on that', async () => {
    const { answer, completeness, facts } = await verdict(liMing.westHill, yunxi);
    expect([answer, completeness, facts.map((fact: Answer) => fact.kind)]).toEqual(['NO', 'COMPLETE', ['LIST_STATUS']]);
  });

  it('is not recorded where the list that lacks them is open, or of unknown completeness', async () => {
    expect(await verdict(liMing.westHill, haigang)).toEqual({ answer: 'NOT_RECORDED', completeness: 'PARTIAL', facts: [] });
    expect(await verdict(liMing.westHill, 'event:harbour-congress-2033')).toEqual({
      answer: 'NOT_RECORDED',
      completeness: 'UNKNOWN',
      facts: [],
    });
  });

  it('is yes with both words, disputed, where one source says present and another away', async () => {
    const { answer, facts } = await verdict(liMing.eastLake, haigang);
    expect(answer).toBe('YES');
    expect(facts.map((fact: Answer) => [fact.kind, fact.disputed])).toEqual([
      ['PARTICIPATION', true],
      ['ABSENCE', true],
    ]);
  });
});

describe('a date known by month or year', () => {
  const text =
    'query($from: Day, $to: Day, $dates: DateMatch) { events(filter: { kinds: [CONGRESS], from: $from, to: $to, dates: $dates }, orderBy: DATE) { edges { node { name } } } }';
  const found = async (from: string, to: string, dates: string) =>
    nodes((await data(text, { from, to, dates })).events).map((event) => event.name);

  it('meets a range that it may lie in, and not for certain', async () => {
    expect(await found('2032-06-10', '2032-06-12', 'POSSIBLE')).toEqual(['海港肿瘤大会2032']);
    expect(await found('2032-06-10', '2032-06-12', 'CERTAIN')).toEqual([]);
    expect(await found('2036-02-01', '2036-02-28', 'POSSIBLE')).toEqual(['海港肿瘤大会2036']);
  });

  it('meets a range for certain that holds all its days', async () => {
    expect(await found('2032-06-01', '2032-06-30', 'CERTAIN')).toEqual(['海港肿瘤大会2032']);
    expect(await found('2035-05-01', '2036-12-31', 'CERTAIN')).toEqual(['海港肿瘤大会2036', '海港肿瘤大会2035']);
  });

  it('meets no range beside it', async () => {
    expect(await found('2032-07-01', '2032-12-31', 'POSSIBLE')).toEqual([]);
  });

  it('orders a time line, and stands in it where it may lie in the range', async () => {
    const line =
      'query($from: Day, $to: Day, $dates: DateMatch) { timeline(entityIds: ["person:tang-wen"], kinds: [PARTICIPATION], from: $from, to: $to, dates: $dates) { edges { node { date { start precision } } } } }';
    const starts = async (from: string | null, to: string | null, dates: string) =>
      nodes((await data(line, { from, to, dates })).timeline).map((fact) => fact.date.start);
    expect(await starts(null, null, 'POSSIBLE')).toEqual(['2032-06', '2032-06', '2033-05-13']);
    expect(await starts('2032-06-10', '2032-12-31', 'POSSIBLE')).toEqual(['2032-06', '2032-06']);
    expect(await starts('2032-06-10', '2033-12-31', 'CERTAIN')).toEqual(['2033-05-13']);
  });
});

describe('names', () => {
  const search =
    'query($query: String!) { search(query: $query, kinds: [PERSON, ORGANISATION]) { edges { node { entity { id name summary } matchedOn } } } }';
  const hits = async (query: string) => nodes((await data(search, { query })).search);

  it('that two bear find both, and say what tells them apart', async () => {
    expect((await hits('李明')).map((hit) => [hit.entity.id, hit.entity.summary])).toEqual([
      [liMing.eastLake, '东湖医院教授'],
      [liMing.westHill, '西山医院教授'],
    ]);
    const { matchNames } = await data('{ matchNames(names: ["李明教授"]) { status hits { entity { id } } } }');
    expect(matchNames).toEqual([{ status: 'AMBIGUOUS', hits: [{ entity: { id: liMing.eastLake } }, { entity: { id: liMing.westHill } }] }]);
  });

  it('in two scripts are one person, with both sources behind it', async () => {
    expect((await hits('陳國榮'))[0]).toMatchObject({ entity: { id: 'person:chen-guorong', name: '陈国荣' }, matchedOn: 'ALIAS' });
    const { roster } = await data(
      'query($id: ID!) { roster(eventId: $id, roles: [CHAIR], includeSubEvents: false) { entries { edges { node { participant { id } roles { evidence { source { id } } } } } } } }',
      { id: 'event:harbour-congress-2032' },
    );
    expect(nodes(roster.entries)).toEqual([
      {
        participant: { id: 'person:chen-guorong' },
        roles: [
          {
            evidence: ['source:harbour-congress-2032-report', 'source:harbour-congress-2032-repost', 'source:overseas-daily-2032'].map(
              (id) => ({ source: { id } }),
            ),
          },
        ],
      },
    ]);
  });

  it('that a hospital no longer bears still find it', async () => {
    expect((await hits('滨海市第一人民医院'))[0]).toMatchObject({
      entity: { id: 'organisation:binhai-university-hospital', name: '滨海大学附属医院' },
      matchedOn: 'FORMER_NAME',
    });
  });
});

it('a title that changed stands twice, each with its day, and each list keeps the title of its day', async () => {
  const { person } = await data(
    '{ person(id: "person:zhou-min") { positions { title asOf organisation { name } } participations(roles: [CHAIR]) { edges { node { event { name date { start } } capacity } } } } }',
  );
  expect(person.positions).toEqual(
    expect.arrayContaining([
      { title: '副院长', asOf: '2031-05-09', organisation: { name: '东湖医院' } },
      { title: '院长', asOf: '2033-05-13', organisation: { name: '东湖医院' } },
    ]),
  );
  expect(nodes(person.participations).map((row) => [row.event.date?.start ?? null, row.capacity])).toEqual([
    ['2035-05', '东湖医院院长'],
    ['2031-05-10', '东湖医院副院长'],
    [null, '东湖医院副院长'],
    [null, '东湖医院院长'],
  ]);
});

describe('agreements', () => {
  const text =
    'query($on: Day!, $status: AgreementStatus!) { agreements(filter: { statusOn: { date: $on, status: $status } }) { edges { node { id } } } }';
  const standing = async (on: string, status: string) =>
    nodes((await data(text, { on, status })).agreements)
      .map((agreement) => agreement.id.replace('agreement:', ''))
      .sort();

  it('stand on a day as their stated terms say, and no further', async () => {
    expect(await standing('2031-06-01', 'IN_FORCE')).toEqual(['society-east-lake-2031', 'society-west-hill-2029']);
    expect(await standing('2033-06-01', 'IN_FORCE')).toEqual(['health-news-binhai-2033', 'society-east-lake-2031']);
    expect(await standing('2033-06-01', 'ENDED')).toEqual(['society-west-hill-2029']);
    expect(await standing('2033-06-01', 'UNKNOWN')).toEqual(['society-binhai-2032']);
    expect(await standing('2032-05-31', 'NOT_YET')).toEqual(['health-news-binhai-2033', 'society-binhai-2032']);
  });

  it('are found by what they were signed at, and by how soon they end', async () => {
    const { at, soon } = await data(
      `{ at: agreements(filter: { signedAtSeriesId: "series:harbour-congress" }) { edges { node { id signatories { name } } } }
        soon: agreements(filter: { statusOn: { date: "2033-12-01", status: IN_FORCE }, expiringWithinDays: 180 }) { edges { node { id termTo } } } }`,
    );
    expect(nodes(at).map((row) => [row.id, row.signatories.map((person: Answer) => person.name)])).toEqual([
      ['agreement:society-binhai-2032', ['吕岳', '仇英']],
      ['agreement:society-east-lake-2031', ['吕岳', '周敏']],
    ]);
    expect(nodes(soon)).toEqual([
      { id: 'agreement:health-news-binhai-2033', termTo: '2034-02-28' },
      { id: 'agreement:society-east-lake-2031', termTo: '2034-05-09' },
    ]);
  });
});

describe('sources', () => {
  it('that differ on a day or a number leave both words, marked as disputed', async () => {
    const { facts } = await data(
      '{ facts(filter: { disputed: true, entityIds: ["event:river-tour-haigang", "event:harbour-congress-2032"] }, first: 100) { edges { node { kind attributes { name value } evidence { source { name } said { name value } } } } } }',
    );
    const kinds = nodes(facts).map((fact) => fact.kind);
    expect(kinds.sort()).toEqual(['ABSENCE', 'FIGURE', 'PARTICIPATION', 'STATEMENT', 'STATEMENT']);
    const figure = nodes(facts).find((fact) => fact.kind === 'FIGURE');
    expect(figure.attributes).toContainEqual({ name: 'value', value: '300' });
    expect(figure.evidence.map((row: Answer) => [row.source.name, row.said.find((said: Answer) => said.name === 'value').value])).toEqual([
      ['海港肿瘤大会2032报道', '300'],
      ['海外日報綜述', '280'],
    ]);
    const days = nodes(facts)
      .filter((fact) => fact.kind === 'STATEMENT')
      .map((fact) => fact.attributes.find((row: Answer) => row.name === 'value').value);
    expect(days).toEqual(['2032-09-04', '2032-09-03']);
  });

  const single =
    'query($id: ID!) { facts(filter: { entityIds: [$id], kinds: [CONFERMENT, PARTICIPATION], singleSource: true }) { edges { node { kind evidence { source { id } } } } } }';

  it('of the same bytes are one witness: a repost is listed, and corroborates nothing', async () => {
    const { facts } = await data(single, { id: 'honour:haidong-prize' });
    expect(nodes(facts)).toEqual([
      {
        kind: 'CONFERMENT',
        evidence: [{ source: { id: 'source:harbour-congress-2032-report' } }, { source: { id: 'source:harbour-congress-2032-repost' } }],
      },
    ]);
  });

  it('of other bytes corroborate, from the moment their bytes are known to differ', async () => {
    const repost = fileOf('congress-2032-repost.yaml');
    await importFiles(database, [await changedFile(repost, [/sha256: "a1/, 'sha256: "b1'])]);
    expect((await data(single, { id: 'honour:haidong-prize' })).facts.edges).toEqual([]);
    await importFiles(database, [repost]);
    expect((await data(single, { id: 'honour:haidong-prize' })).facts.edges).toHaveLength(1);
  });

  it('that are withdrawn take with them what they alone said, and a dispute that only they made', async () => {
    const digest = await computeDigest(database);
    const text = `{
      guest: participation(participantId: "person:gao-yang", eventId: "${haigang}") { answer }
      both: participation(participantId: "${liMing.eastLake}", eventId: "${haigang}") { answer facts { kind disputed } }
      kept: participation(participantId: "person:zhou-min", eventId: "${haigang}") { answer facts { evidence { source { id } } } }
    }`;
    const before = await data(text);
    expect(before.guest.answer).toBe('YES');
    expect(before.kept.facts[0].evidence).toHaveLength(2);
    await withdrawSource(database, 'source:haigang-gazette', 'the editors took it back');
    const { data: after, errors } = await ask(text);
    expect(errors).toEqual([expect.objectContaining({ path: ['guest'] })]);
    expect(after).toEqual({
      guest: null,
      both: { answer: 'YES', facts: [{ kind: 'PARTICIPATION', disputed: false }] },
      kept: { answer: 'YES', facts: [{ evidence: [{ source: { id: 'source:river-tour-minutes' } }] }] },
    });
    await importFiles(database, [fileOf('gazette.yaml')]);
    expect(await data(text)).toEqual(before);
    expect(await computeDigest(database)).toBe(digest);
  });
});

it('a series keeps its six editions and fills no gap', async () => {
  const { series } = await data(
    '{ series(id: "series:harbour-congress") { startYear editions(first: 10) { totalCount edges { node { name date { start precision } } } } } }',
  );
  expect(series.startYear).toBe(2030);
  expect(series.editions.totalCount).toBe(6);
  expect(nodes(series.editions).map((event) => [event.date.start, event.date.precision])).toEqual([
    ['2036', 'YEAR'],
    ['2035-05', 'MONTH'],
    ['2033-05-13', 'DAY'],
    ['2032-06', 'MONTH'],
    ['2031-05-09', 'DAY'],
    ['2030-05-10', 'DAY'],
  ]);
});

describe('the roster of five thousand', () => {
  const text =
    'query($id: ID!, $first: Int!, $after: String, $order: RosterOrder) { roster(eventId: $id, orderBy: $order, first: $first, after: $after) { completeness recorded entries { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { participant { id name } } } } } }';

  it('begins as printed and counts everyone', async () => {
    const { roster } = await data(text, { id: hubEventId, first: 3, order: 'PRINTED' });
    expect(nodes(roster.entries).map((entry) => entry.participant.id)).toEqual([1, 2, 3].map(hubGuestId));
    expect(roster).toMatchObject({ completeness: 'COMPLETE', recorded: hubSize, entries: { totalCount: hubSize } });
  });

  it('goes on deep inside by a cursor, and ends with the last', async () => {
    let after: string | null = null;
    let last: Answer;
    for (let page = 0; page < hubSize / 100; page += 1) {
      last = (await data(text, { id: hubEventId, first: 100, after, order: 'PRINTED' })).roster.entries;
      expect(nodes(last).map((entry) => entry.participant.id)).toEqual(
        Array.from({ length: 100 }, (_, index) => hubGuestId(page * 100 + index + 1)),
      );
      after = last.pageInfo.endCursor;
    }
    expect(last.pageInfo.hasNextPage).toBe(false);
  });

  it('answers no for whoever is not on it, since it is complete', async () => {
    const { participation } = await data(
      `{ participation(participantId: "person:zhou-min", eventId: "${hubEventId}") { answer completeness facts { kind } } }`,
    );
    expect(participation).toEqual({ answer: 'NO', completeness: 'COMPLETE', facts: [{ kind: 'LIST_STATUS' }] });
  });
});

describe('where five thousand met', () => {
  const [first, last] = [hubGuestId(1), hubGuestId(hubSize)];

  it('nobody becomes acquainted, and the event that is left out is counted', async () => {
    const { coParticipants, network } = await data(
      `{ coParticipants(participantId: "${first}") { totalCount skippedEvents } network(scope: { eventIds: ["${hubEventId}"] }) { ties { a } skippedEvents } }`,
    );
    expect(coParticipants).toEqual({ totalCount: 0, skippedEvents: 1 });
    expect(network).toEqual({ ties: [], skippedEvents: 1 });
  });

  it('two are connected by it, and share it', async () => {
    const { paths, sharedEvents } = await data(
      `{ paths(fromId: "${first}", toId: "${last}") { length steps { fact { kind } } }
         sharedEvents(participantIds: ["${first}", "${last}"]) { edges { node { event { id } } } } }`,
    );
    expect(paths[0]).toMatchObject({ length: 2, steps: [{ fact: { kind: 'PARTICIPATION' } }, { fact: { kind: 'PARTICIPATION' } }] });
    expect(nodes(sharedEvents)).toEqual([{ event: { id: hubEventId } }]);
  });

  it('those who were there and nowhere else come page by page', async () => {
    const { participants } = await data(
      `{ participants(allOf: [{ eventId: "${hubEventId}" }], noneOf: [{ seriesId: "series:harbour-congress" }], first: 2) { totalCount edges { node { participant { id } } } } }`,
    );
    expect(participants.totalCount).toBe(hubSize);
    expect(nodes(participants)).toHaveLength(2);
  });
});

describe('where twenty-one events were attended by the same thousand', () => {
  beforeAll(async () => {
    // A transaction each, for all of them together take more memory than one may have.
    await database.schema(
      `UNWIND range(1, 21) AS number
       CALL (number) {
         MATCH (hub:Event {id: $hubEventId})
         CREATE (e:Entity:Event) SET e = hub { .*, id: 'event:meeting-' + number, recorded: 1000, ownRecorded: 1000 }
         WITH e, hub
         MATCH (p)-[was:ON_ROSTER]->(hub) WITH e, p, was ORDER BY p.id LIMIT 1000
         CREATE (p)-[copy:ON_ROSTER]->(e) SET copy = was { .*, eventId: e.id }
       } IN TRANSACTIONS OF 1 ROW`,
      { hubEventId },
    );
  });

  it.each([
    ['participantId', `{ coParticipants(participantId: "${hubGuestId(1)}") { totalCount } }`],
    ['scope', `{ network(scope: { around: { id: "${hubGuestId(1)}" } }) { ties { a } } }`],
  ])('too much is asked, and %s is what to narrow', async (argument, question) => {
    const { errors } = await ask(question);
    expect(errors?.[0]?.message).toMatch(/Narrow/);
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'TOO_BROAD', details: { argument } });
  });
});
