import { tmpdir } from 'node:os';
import { type Config, type Environment, readConfig } from '../../src/config/read-config.ts';

const usual = {
  GRAPH_PORT: '0',
  GRAPH_HOME: tmpdir(),
  GRAPH_LEAST_FREE_MB: '1',
  GRAPH_CLIENT_POINTS_PER_HOUR: '1000000000',
  GRAPH_CLIENT_RUNNING: '1000',
  // `GRAPH_ANSWER_STORE_MB=0 GRAPH_QUESTION_STORE_KB=0 npm test` reads and asks everything anew; tests that need it one way say so.
  GRAPH_ANSWER_STORE_MB: process.env.GRAPH_ANSWER_STORE_MB,
  GRAPH_QUESTION_STORE_KB: process.env.GRAPH_QUESTION_STORE_KB,
};

/** The settings of a server under test: a free port, any disk will do, and an hour's points that no test uses up unless it says so. */
export const testConfig = (settings: Environment = {}): Config => readConfig({ ...usual, ...settings });
