import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}
/** What a folder asks for, and what its lock file says will be installed. */
function packagesOf(folder: string) {
  const manifest = JSON.parse(read(`${folder}package.json`));
  const lock: { packages: Record<string, Locked> } = JSON.parse(read(`${folder}package-lock.json`));
  const packages = Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, locked]) => ({ ...locked, name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length) }));
  return { folder, manifest, lock, packages };
}
const ours = packagesOf('');
const peers = packagesOf('test/bench/peers/');

/** Advisories read on 2026-11-25: the least version of each package that is free of those known, and why. */
const leastVersions: Readonly<Record<string, readonly [version: string, why: string]>> = {
  '@apollo/server': ['5.5.0', 'CVE-2026-23897, GHSA-9q82-xgwf-vj6h, GHSA-j5g3-5c8r-7qfx'],
  '@escape.tech/graphql-armor': ['2.4.2', 'limits that could be passed'],
  '@neo4j/graphql': ['7.6.3', 'field @authentication beside one on the type, #7368'],
  graphql: ['16.8.1', 'CVE-2023-26144'],
};

/** Licences anyone may use, change and hand on under; MPL-2.0 binds changes to its own files only. */
const allowedLicences = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'MPL-2.0', 'PSF-2.0'];
/** What is under another licence, by name: installed with @neo4j/graphql and never loaded (docs/decisions/0004). */
const exceptions: Readonly<Record<string, string>> = { '@apollo/federation-internals': 'Elastic-2.0' };

const isAllowed = (licence = ''): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(/ AND /)
    .every((part) => part.split(/ OR /).some((one) => allowedLicences.includes(one)));

const isAtLeast = (version: string, least: string): boolean => version.localeCompare(least, 'en', { numeric: true }) >= 0;

describe.each([
  ['the packages', ours, []],
  // It comes with PostGraphile, which a measurement asks on this machine alone, without tokens.
  ['what the service is measured against', peers, ['jsonwebtoken']],
])('%s', (_what, { folder, manifest, lock, packages }, unmended) => {
  it('are named by exact versions, their own needs too where we override them', () => {
    const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
    const named = { ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides };
    expect(Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  });

  it('are in the lock file as they are in package.json', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    // npm names what is optional twice.
    const asked = { dependencies: { ...dependencies, ...optionalDependencies }, devDependencies, optionalDependencies };
    const locked = lock.packages[''] as unknown as typeof manifest;
    expect({
      dependencies: locked.dependencies,
      devDependencies: locked.devDependencies,
      optionalDependencies: locked.optionalDependencies,
    }).toEqual(asked);
  });

  it('come from the registry, each with its checksum', () => {
    const foreign = packages.filter(({ integrity, resolved, link }) => link || resolved || !integrity?.startsWith('sha512-'));
    expect(foreign.map(({ name }) => name)).toEqual([]);
  });

  it('are free of the faults that are known to us', () => {
    const old = packages.flatMap(({ name, version }) => {
      const [least, why] = leastVersions[name] ?? [];
      return least && !isAtLeast(version, least) ? [`${name} ${version} is below ${least}: ${why}`] : [];
    });
    expect(old).toEqual([]);
    expect(packages.filter(({ name }) => name === 'graphql').map(({ version }) => version.split('.')[0])).toEqual(['16']);
  });

  it('are not those whose faults nobody mends', () => {
    expect(packages.filter(({ name }) => ['xlsx', 'request', 'jsonwebtoken'].includes(name)).map(({ name }) => name)).toEqual(unmended);
  });

  it('are under licences of the list, but for the exceptions that are named here and in the README', () => {
    const others = packages.filter(({ license }) => !isAllowed(license)).map(({ name, license }) => [name, license]);
    expect(Object.fromEntries(others)).toEqual(exceptions);
    for (const name of Object.keys(exceptions)) expect(read('README.md')).toContain(name);
  });

  it('run nothing of their own while they are installed', () => {
    // One has a script that looks at who depends on it; npm is told to run none.
    expect(packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).toEqual(['@apollo/protobufjs']);
    // Not min-release-age: `npm ci` too asks the registry for each version here, and would fail for a week after an update of one.
    expect(read(`${folder}.npmrc`)).toBe('ignore-scripts=true\nsave-exact=true\nomit-lockfile-registry-resolved=true\n');
  });
});

describe('the packages', () => {
  const { manifest, packages } = ours;
  it('are listed, all of them, by npm run sbom, in the form of CycloneDX', () => {
    expect(manifest.scripts.sbom).toBe('npm sbom --package-lock-only --sbom-format cyclonedx');
    const npm = process.env.npm_execpath;
    const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
    const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
    const { stdout } = npm?.endsWith('.js') ? spawnSync(process.execPath, [npm, ...args], options) : spawnSync('npm', args, options);
    const { bomFormat, components } = JSON.parse(stdout);
    expect(bomFormat).toBe('CycloneDX');
    const listed = components.map(({ name, version }: Locked & { name: string }) => `${name}@${version}`);
    const locked = packages.map(({ name, version }) => `${name}@${version}`);
    expect([...new Set(listed)].sort()).toEqual([...new Set(locked)].sort());
  });
});

describe('what is installed', () => {
  it('is what the lock file says, by npm ci alone', () => {
    for (const file of ['src/bootstrap.mjs', 'Dockerfile', '.ci/run', 'package.json'])
      expect([file, read(file).match(/npm',? ?\[?'?(install|i|add|update)\b|npm (install|i|add|update)\b/g)]).toEqual([file, null]);
    expect(read('src/bootstrap.mjs')).toContain("['ci',");
    expect(read('Dockerfile')).toContain('RUN npm ci ');
  });

  it('has nothing of what the service is measured against, which `npm run bench` alone installs', () => {
    const fetching = Object.entries<string>(ours.manifest.scripts).filter(([, command]) => command.includes('test/bench/peers'));
    expect(fetching.map(([name]) => name)).toEqual(['bench']);
    for (const file of ['src/bootstrap.mjs', 'Dockerfile', '.ci/run', 'docker-compose.yml'])
      expect(read(file)).not.toContain('bench/peers');
    expect(ours.manifest.workspaces).toBeUndefined();
    expect(peers.manifest.private).toBe(true);
  });

  it('includes a Neo4j and an APOC that are named exactly, and free of the faults that are known to us', () => {
    const pom = read('src/database/embedded/pom.xml');
    const [, neo4j = ''] = /<neo4j\.version>(5\.26\.\d+)</.exec(pom) ?? [];
    expect(isAtLeast(neo4j, '5.26.22')).toBe(true);
    expect(pom).toMatch(/<apoc\.version>5\.26\.\d+</);
  });
});
