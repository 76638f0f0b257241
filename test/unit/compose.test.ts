import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const text = read('docker-compose.yml');
const { services, volumes } = parse(text);
const stages = read('Dockerfile').split(/^FROM /m);
const last = stages.at(-1) ?? '';

describe('the containers', () => {
  it('run the Neo4j line that the embedded one is of, with APOC', () => {
    expect(services.neo4j.image).toBe('neo4j:5.26.31-community');
    expect(read('src/database/embedded/pom.xml')).toMatch(/>5\.26\.\d+</);
    expect(services.neo4j.environment.NEO4J_PLUGINS).toBe('["apoc"]');
  });

  it('are asked whether they are well, and the service waits for its database', () => {
    expect(services.neo4j.healthcheck.test[1]).toContain('RETURN apoc.version()');
    expect(services.api.depends_on.neo4j.condition).toBe('service_healthy');
    expect(last).toMatch(/^HEALTHCHECK .*\\\n.*\/livez/m);
  });

  it('take the password from the operator alone', () => {
    const passwords = text.match(/(?:NEO4J_AUTH: neo4j\/|NEO4J_PASSWORD: ).*/g) ?? [];
    expect(passwords).toHaveLength(2);
    for (const password of passwords) expect(password).toMatch(/[ /]\$\{NEO4J_PASSWORD:\?[^}]+\}$/);
    expect(services.neo4j.healthcheck.test[1]).not.toMatch(/ -p /);
  });

  it('keep the data in named volumes, and open one port on loopback only', () => {
    expect(services.neo4j.volumes).toContain('neo4j-data:/data');
    expect(Object.keys(volumes)).toContain('neo4j-data');
    expect(services.neo4j.ports).toBeUndefined();
    expect(services.api.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
  });

  it('hand on what the README says can be set', () => {
    const [, table = ''] = read('README.md').split('\n## Settings\n');
    const rows = (table.split('\n## ')[0] ?? '').split('\n').filter((row) => row.startsWith('| `GRAPH_'));
    const named = rows.flatMap((row) => row.split('|')[1]?.match(/GRAPH_\w+/g) ?? []);
    // The container has its own: where it listens, no Neo4j inside, secrets by the environment; limits are for those who build their own.
    const own = /^GRAPH_(HOST|PORT|HOME|HEAP|LEAST_FREE_MB|JWT_SECRET_FILE|MAX_(?!CONNECTIONS|RUNNING)\w+)$/;
    expect(named.length).toBeGreaterThan(20);
    const handed = Object.keys(services.api.environment);
    expect(named.filter((name) => !own.test(name) && !handed.includes(name))).toEqual([]);
  });

  it('run the service without the rights of root', () => {
    expect(last).toMatch(/^USER node$/m);
    expect(services.api).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  });
});
