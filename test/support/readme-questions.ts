import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the questions stand. */
export const readmePath = fileURLToPath(new URL('../../README.md', import.meta.url));

const section =
  /### \d+\. (.+)\n\n```graphql\n([\s\S]+?)\n```\n\n(?:```json variables\n([\s\S]+?)\n```\n\n)?```json answer\n([\s\S]*?)\n```/g;

/** The ten questions of the README, with the answers it tells. */
export const readmeQuestions = () =>
  [...readFileSync(readmePath, 'utf8').matchAll(section)].map(([whole, title, query, variables, answer]) => ({
    whole,
    title,
    query: query as string,
    variables: JSON.parse(variables ?? '{}'),
    answer: answer as string,
  }));
