/** The start of `npm start`, `npm test`, `npm run test:oracles`, `npm run test:safety` and `npm run cli`: needs nothing but Node, and brings what is missing. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const OLDEST_NODE = [20, 19];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => join(root, ...parts);

/** Ends with a message an operator can act on, and no stack trace. */
function fail(message, exitCode = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(exitCode);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = OLDEST_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  fail(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}. See https://nodejs.org.`);
}

/** Does one step if its stamp says that what it depends on has changed, and says how long it took. */
function step(name, stampFile, stamp, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  const begin = performance.now();
  // To stderr, for the output of a command belongs to whoever pipes it on.
  process.stderr.write(`${name} …\n`);
  work();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  process.stderr.write(`${name}: done in ${((performance.now() - begin) / 1000).toFixed(1)} s\n`);
}

function run(what, command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (error) fail(`${what}: ${command} cannot be run (${error.message}).`);
  if (status !== 0) fail(`${what} failed; the lines above say why.`);
}

/** By the file that npm itself runs as, where it is known; Windows can start `npm` through a shell only. */
function runNpm(what, args, options) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return run(what, process.execPath, [npm, ...args], options);
  return run(what, 'npm', args, { shell: process.platform === 'win32', ...options });
}

function runTool(what, path, args, options) {
  return run(what, process.execPath, [inRoot('node_modules', ...path.split('/')), ...args], options);
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** Names, sizes and times of files: changes whenever a build could come out differently. */
function stampOf(...paths) {
  return sha256(paths.flatMap(describe).join('\n'));
}

function describe(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isDirectory())
    return readdirSync(path)
      .sort()
      .flatMap((name) => describe(join(path, name)));
  return [`${path} ${stat.size} ${stat.mtimeMs}`];
}

/** npm's own list of what is installed covers the lock file; a package beside it does no harm. */
function isInstalled() {
  try {
    const packagesOf = (...path) => JSON.parse(readFileSync(inRoot(...path), 'utf8')).packages;
    const there = packagesOf('node_modules', '.package-lock.json');
    // Optional ones are for other systems, mostly.
    return Object.entries(packagesOf('package-lock.json')).every(
      ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
    );
  } catch {
    return false;
  }
}

function install() {
  // Behind a link lies what others use too; npm would empty it under their hands.
  const lent = lstatSync(inRoot('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink();
  if (lent || isInstalled()) return;
  const lock = sha256(readFileSync(inRoot('package-lock.json')));
  step('Installing the packages of the lock file', inRoot('node_modules', '.lock-hash'), lock, () =>
    // Development packages too, whatever NODE_ENV says: the build needs them.
    runNpm('npm ci', ['ci', '--include=dev', '--no-audit', '--no-fund']),
  );
}

function build() {
  const rooms = readdirSync(inRoot('src')).filter((name) => name !== 'dashboard' && name !== 'bootstrap.mjs');
  const configuration = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((name) => inRoot(name));
  const sources = stampOf(...configuration, ...rooms.map((name) => inRoot('src', name)));
  step('Compiling', inRoot('dist', '.sources-stamp'), sources, () =>
    runTool('Compiling', 'typescript/bin/tsc', ['-p', 'tsconfig.build.json']),
  );
  if (!existsSync(inRoot('vite.config.ts')) || !existsSync(inRoot('src', 'dashboard'))) return;
  // The dashboard shares code with two rooms, so a change there is a change here.
  const shared = ['dashboard', 'exporter', 'domain'].map((name) => inRoot('src', name));
  const pages = stampOf(inRoot('vite.config.ts'), inRoot('package-lock.json'), ...shared);
  step('Building the pages', inRoot('dist', '.pages-stamp'), pages, () => runTool('Building the pages', 'vite/bin/vite.js', ['build']));
}

/** In this very process, so that a signal reaches the program once and nothing is left behind. */
async function runHere(script, args) {
  process.argv.splice(1, Infinity, inRoot('dist', script), ...args);
  await import(pathToFileURL(inRoot('dist', script)).href);
}

function test(args) {
  runNpm('npm run check', ['run', '--silent', 'check'], { stdio: ['ignore', 1, 2] });
  const reports = ['--reporter=default', '--reporter=json', '--outputFile.json=test-results/report.json'];
  // A test and its Neo4j mostly wait for each other, so two files at a time take little longer than one.
  runVitest(['--coverage', '--maxWorkers=2', ...reports, ...args]);
}

/** Every question that is compared with a plain oracle, on a thousand random cases instead of a hundred. */
function oracles(args) {
  process.env.ORACLE_RUNS ??= '1000';
  // A test that takes a hundred cases in its time may take longer over a thousand.
  runVitest(['oracle', '--testTimeout=3600000', '--hookTimeout=3600000', ...args]);
}

/** What attacks and faults do to the service. */
function safety(args) {
  runVitest(['--config', 'vitest.safety.config.ts', ...args]);
}

/** The same with every row in full length. */
function safetyLong(args) {
  safety(['--mode', 'long', ...args]);
}

function runVitest(args) {
  const vitest = [inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', ...args];
  const child = spawn(process.execPath, vitest, { cwd: root, stdio: 'inherit' });
  // The terminal sends Ctrl-C to both; we stay to hand on the result of vitest's own tear-down.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

const programs = {
  start: (args) => runHere('main.js', args),
  cli: (args) => runHere('cli.js', args),
  test,
  oracles,
  safety,
  'safety:long': safetyLong,
};

const [name, ...args] = process.argv.slice(2);
const program = Object.hasOwn(programs, name ?? '') ? programs[name] : undefined;
if (!program) fail(`Usage: node src/bootstrap.mjs ${Object.keys(programs).join('|')} [arguments]`, 2);
checkNode();
install();
build();
await program(args);
