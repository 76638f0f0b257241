const weights = {
  CHAIR: 3,
  EXECUTIVE_CHAIR: 3,
  SIGNATORY: 3,
  MODERATOR: 2,
  TEAM_LEADER: 2,
  SPEAKER: 2,
  CLINIC_EXPERT: 2,
  PRESENTER: 2,
  RECIPIENT: 2,
  WITNESS: 1.5,
  GUEST: 1,
  ATTENDEE: 1,
};
// Roles without a weight are of those who were not there.
const weightOf = (place) => `reduce(most = 0, role IN ${place}.roles | CASE WHEN $weights[role] > most THEN $weights[role] ELSE most END)`;

const hops = [
  'TIE|PARTICIPATED_IN|ABSENT_FROM|AFFILIATED_WITH|PART_OF|HELD_AT|LOCATED_IN|SEATED_AT|ORGANISED_BY|INITIATED_BY|SUPPORTED_BY',
  'CARRIED_OUT_UNDER|OWNED_BY|EDITED_BY|AUTHORED_BY|ADVISED_BY|PRODUCED_BY|GUIDED_BY|PUBLISHED_BY|RELEASED_AT|LAUNCHED_AT',
  'ESTABLISHED_AT|SHOOTING_STARTED_AT|WRITING_STARTED_AT',
].join('|');
const weaknessOf = (fact) => `CASE ${fact}.certainty WHEN 'EXPLICIT' THEN 0 WHEN 'IMPLIED' THEN 1 ELSE 2 END`;

/** The ids on a shortest path, of several on that whose weakest fact is the strongest, then on that with the lowest ids. */
const shortest = (avoided) => `COLLECT {
  MATCH p = allShortestPaths((a)-[:${hops}*..4]-(b))
  WHERE all(n IN nodes(p) WHERE (n:Person OR n:Organisation OR n:Event OR n:Work OR n:Project) AND NOT n.id IN ${avoided})
  WITH [n IN nodes(p) | n.id] AS ids,
    COLLECT { UNWIND relationships(p) AS r MATCH (f:Fact {factId: r.factId}) RETURN max(${weaknessOf('f')}) } AS weakest
  RETURN ids ORDER BY weakest, ids LIMIT 1
}[0]`;

/** Who met whom, where no event is a part of another; and paths between two whom no fact joins directly, each by other entities. */
export const meetingsAndPaths = {
  R6: {
    cypher: `
MATCH (:Entity {id: $id})-[mine:ON_ROSTER]->(e:Event) WHERE mine.present
WITH e, mine ORDER BY coalesce(nullIf(e.dateKey, '~'), '') DESC, e.id LIMIT 500
WITH e, mine WHERE COUNT { (e)<-[:ON_ROSTER]-() } <= 1000
WITH e.id AS eventId, ${weightOf('mine')} AS own,
  CASE WHEN e.recorded > coalesce(e.headcount, 2) THEN e.recorded ELSE coalesce(e.headcount, 2) END - 1 AS others ORDER BY eventId
MATCH ()-[r:ON_ROSTER]->() USING INDEX r:ON_ROSTER(eventId, nameKey)
WHERE r.eventId = eventId AND r.nameKey > '' AND r.present AND r.participantId <> $id
WITH eventId, r, toFloat(own * ${weightOf('r')}) / others AS share ORDER BY eventId
WITH r.participantId AS other, r.nameKey AS nameKey, collect(share) AS shares
WITH other, nameKey, size(shares) AS sharedEvents, reduce(sum = 0.0, share IN shares | sum + share) AS weight
ORDER BY weight DESC, nameKey LIMIT 20
MATCH (q:Entity {id: other})
WITH q, weight, sharedEvents ORDER BY weight DESC, nameKey
RETURN {edges: collect({node: {participant: q {.id, .name}, weight: weight, sharedEvents: sharedEvents}})} AS coParticipants`,
    params: ({ id }) => ({ id, weights }),
  },
  R7: {
    cypher: `
MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
WITH a, b, ${shortest('[]')} AS first
WITH a, b, first, ${shortest('first[1..-1]')} AS second
WITH a, b, first, second, ${shortest('first[1..-1] + second[1..-1]')} AS third
UNWIND [ids IN [first, second, third] WHERE ids IS NOT NULL] AS ids
WITH ids, COLLECT {
  UNWIND range(1, size(ids) - 1) AS step
  RETURN {from: {id: ids[step - 1]}, to: {id: ids[step]}, fact: COLLECT {
    MATCH (:Entity {id: ids[step - 1]})-[r:${hops}]-(:Entity {id: ids[step]})
    MATCH (f:Fact {factId: r.factId})
    RETURN {factId: f.factId, kind: f.factKind} ORDER BY ${weaknessOf('f')}, type(r) = 'TIE', f.docKey LIMIT 1
  }[0]} ORDER BY step
} AS steps
RETURN collect({length: size(steps), steps: steps}) AS paths`,
    params: ({ from, to }) => ({ from, to }),
  },
};
