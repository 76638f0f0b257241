/** What an operator can do on a machine that cannot run the embedded Neo4j; the end of every message that says so. */
export const THREE_WAYS_ON = `Three ways on:
  1. Install both by name, then start again:
       Debian, Ubuntu   sudo apt-get install openjdk-17-jre-headless maven
       Fedora           sudo dnf install java-21-openjdk-headless maven
       macOS            brew install openjdk@21 maven
  2. Use a Neo4j 5.26 that runs elsewhere (with APOC):
       NEO4J_URI=neo4j://host:7687 NEO4J_PASSWORD=… npm start
  3. Let Docker bring everything:
       NEO4J_PASSWORD=… docker compose up`;
