// Which room may import which; the reasons stand in docs/decisions/0001-rooms.md.
const rooms = {
  config: ['domain'],
  domain: [],
  database: ['config', 'domain'],
  documents: ['config', 'domain'],
  loaders: ['database', 'documents', 'domain'],
  resolvers: ['loaders', 'database', 'domain'],
  schema: ['resolvers', 'domain'],
  guard: ['domain'],
  server: ['schema', 'guard', 'loaders', 'exporter', 'config', 'domain'],
  recording: ['database', 'documents', 'domain'],
  importer: ['recording', 'database', 'domain'],
  exporter: ['domain'],
  dashboard: ['exporter', 'domain'],
  commands: ['config', 'domain', 'database', 'documents', 'loaders', 'resolvers', 'schema', 'guard', 'recording', 'importer', 'exporter'],
};
const names = Object.keys(rooms).join('|');
const only = (library, room) => ({
  name: `${library}-only-in-${room}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${room}/` },
  to: { path: `node_modules/${library}(/|$)`, dependencyTypesNot: ['type-only'] },
});

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-unknown-room', severity: 'error', from: { path: '^src/[^/]+/', pathNot: `^src/(${names})/` }, to: {} },
    { name: 'nothing-unresolved', severity: 'error', from: { path: '^src/', pathNot: '^src/dashboard/' }, to: { couldNotResolve: true } },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `${room}-imports-its-own`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
    })),
    only('@apollo/server', 'server'),
    only('@neo4j/graphql', 'schema'),
    only('neo4j-driver', 'database'),
    only('dataloader', 'loaders'),
    only('jose', 'server'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
