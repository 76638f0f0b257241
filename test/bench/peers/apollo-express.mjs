/** The peer "apollo on express": Apollo Server on Express 5, with no database. */
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { createServer } from './no-database.mjs';

const apollo = createServer();
await apollo.start();
express()
  .use('/', express.json(), expressMiddleware(apollo))
  .listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
