import neo4j from 'neo4j-driver';

/** The driver that every peer uses, on the Neo4j that the environment names. */
export const openDriver = () =>
  neo4j.driver(process.env.NEO4J_URI, neo4j.auth.basic(process.env.NEO4J_USERNAME, process.env.NEO4J_PASSWORD), {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
  });

/** One row of one statement, by `session.run`. */
export async function readOne(driver, cypher, params) {
  const session = driver.session({ database: 'neo4j', defaultAccessMode: neo4j.session.READ });
  try {
    return (await session.run(cypher, params)).records[0]?.toObject() ?? {};
  } finally {
    await session.close();
  }
}
