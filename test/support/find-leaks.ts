// What only our inside knows of: where we run, what we run, how we are written.
const inside = [
  /\b(?:MATCH|MERGE|UNWIND|CALL) ?[({`$]/,
  /DETACH DELETE/,
  /\bNeo\.\w+/,
  /\b(?:bolt|neo4j)(?:\+s)?:\/\//,
  /\b(?:cypher|lucene|apache|apollo|graphql-js)\b/i,
  /127\.0\.0\.1|localhost/,
  /\bat \S+ \(|\.[cm]?[jt]s:\d|node:internal|node_modules/,
  /\b(?:Type|Range|Syntax|Reference|Neo4j)Error\b/,
  /\[object |\bundefined\b|\bNaN\b/,
];

/** What a text tells of our inside, or repeats of what must not be repeated. Shape: nothing for a good answer. */
export const findLeaks = (text: string, secrets: readonly string[] = []): string[] => [
  ...inside.flatMap((pattern) => pattern.exec(text)?.[0] ?? []),
  ...secrets.filter((secret) => text.includes(secret)),
];
