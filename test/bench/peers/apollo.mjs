/** The peer "apollo": Apollo Server standalone, with no database. */
import { startStandaloneServer } from '@apollo/server/standalone';
import { createServer } from './no-database.mjs';

await startStandaloneServer(createServer(), { listen: { port: Number(process.env.PORT), host: '127.0.0.1' } });
console.log('ready');
