// Distance of one: a sign left out, put in, or another one in its place.
const differsByOne = `any(i IN range(0, size($text)) WHERE left(e.name, i) = left($text, i) AND (
    substring(e.name, i) = substring($text, i + 1) OR substring(e.name, i + 1) = substring($text, i)
    OR substring(e.name, i + 1) = substring($text, i + 1)))`;

/** The words of a query for names of Chinese signs: the phrase, and where it is long enough to have a slip in it, each pair of it. */
function luceneOf(text) {
  const signs = [...text];
  const pairs = signs.length < 3 ? [] : signs.slice(1).map((sign, index) => signs[index] + sign);
  return [text, ...pairs].map((part) => `"${part}"`).join(' OR ');
}

const roles = {
  CHAIR: '主席',
  EXECUTIVE_CHAIR: '执行主席',
  MODERATOR: '主持人',
  TEAM_LEADER: '带队',
  SPEAKER: '讲者',
  CLINIC_EXPERT: '义诊专家',
  PRESENTER: '授予人',
  RECIPIENT: '接受人',
  SIGNATORY: '签署人',
  WITNESS: '见证人',
  GUEST: '嘉宾',
  ATTENDEE: '出席者',
  AWARDEE: '受表彰者',
  ELECTED: '当选者',
  REPRESENTED: '由人代表',
  QUOTED: '被引述者',
  COVERED: '报道方',
};

const figures = [
  ['PEOPLE', 'Person'],
  ['ORGANISATIONS', 'Organisation'],
  ['PEOPLE_PRESENT', 'Person', 'present'],
  ['ORGANISATIONS_PRESENT', 'Organisation', 'present'],
  ['EVENTS', 'Event'],
  ['AGREEMENTS', 'Agreement'],
  ['WORKS', 'Work'],
  ['PROJECTS', 'Project'],
  ['HONOURS', 'Honour'],
  ['PLACES', 'Place'],
].map(([key, label, there]) => `{key: '${key}', value: size([x IN all WHERE x.node:${label}${there ? ' AND x.there' : ''}])}`);

/** Search, timeline, overview and latest events, each as far as what is asked here needs it: by names alone; of who took part in what. */
export const searchAndLists = {
  R5: {
    cypher: `
CALL db.index.fulltext.queryNodes('entity_names', $query, {limit: 300}) YIELD node AS e
WITH e, CASE WHEN e.name = $text THEN 3 WHEN e.name STARTS WITH $text THEN 2 WHEN e.name CONTAINS $text THEN 1
  WHEN size($text) > 2 AND ${differsByOne} THEN 0 END AS rank
WHERE rank IS NOT NULL
WITH e, rank ORDER BY rank DESC, size(e.name), e.nameKey LIMIT 10
RETURN {edges: collect({node: {entity: e {.id, .name}, matchedOn: CASE rank WHEN 0 THEN 'FUZZY' ELSE 'NAME' END}})} AS search`,
    params: ({ text }) => ({ text, query: luceneOf(text) }),
  },
  Timeline: {
    cypher: `
RETURN {edges: COLLECT {
  MATCH (f:Fact)-[r:END]->()
  USING INDEX r:END(entityId, dateKey)
  WHERE r.entityId = $id AND r.dateKey >= ''
  WITH f, r ORDER BY r.entityId, r.dateKey, f.factId LIMIT 20
  MATCH (f)-[:END {part: 'participant'}]->(p)
  MATCH (f)-[:END {part: 'event'}]->(e)
  RETURN {node: {
    factId: f.factId, kind: f.factKind, date: {start: e.dateStart},
    statement: p.name + coalesce('（' + f.capacity + '）', '') + '在' + e.name + '中的角色：' + $roles[f.role] + '。'
  }} ORDER BY r.dateKey, f.factId
}} AS timeline`,
    params: ({ id }) => ({ id, roles }),
  },
  Overview: {
    cypher: `
MATCH (e:Event {id: $id})
CALL (e) {
  MATCH (e)<-[r:ON_ROSTER]-(x) RETURN x, r.present AS there
  UNION
  MATCH (e)<-[:END]-(:Fact)-[:END]->(x) RETURN x, false AS there
}
WITH e, x, max(there) AS there
WITH e, collect({node: x, there: there}) AS all
RETURN {figures: [${figures.join(', ')}, {key: 'FACTS', value: COUNT { MATCH (e)<-[:END]-(f:Fact) RETURN DISTINCT f }}]} AS overview`,
    params: ({ id }) => ({ id }),
  },
  Latest: {
    cypher: `
RETURN {edges: COLLECT {
  MATCH (e:Event) WHERE e.dateKey < '~' AND e.id IS NOT NULL
  WITH e ORDER BY e.dateKey DESC, e.id LIMIT 20
  RETURN {node: {id: e.id, name: e.name, date: {start: e.dateStart}}} ORDER BY e.dateKey DESC, e.id
}} AS events`,
    params: () => ({}),
  },
};
