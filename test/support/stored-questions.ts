import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { atlasFiles } from './atlas.ts';
import { glance } from './glance.ts';
import { seedFiles } from './seeded-graph.ts';

/** The graphs a question of `docs/questions` may be asked of: the two documents, or the made-up atlas. */
export const graphs = { documents: seedFiles, atlas: atlasFiles };

/** A question of `docs/questions`: one file with its words, its GraphQL, its variables and its answer. */
export interface StoredQuestion {
  readonly file: string;
  readonly title: string;
  readonly graph: keyof typeof graphs;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly answer: unknown;
}

const folder = new URL('../../docs/questions/', import.meta.url);
const pathOf = (file: string): string => fileURLToPath(new URL(file, folder));
const form =
  /^# (?<title>.+)\n\n(?<chinese>.*\p{Script=Han}.*)\n\nAsked of: (?<graph>documents|atlas)\n[\s\S]*?\n```graphql\n(?<query>[\s\S]+?)\n```\n\n(?:```json variables\n(?<variables>[\s\S]+?)\n```\n\n)?```json answer\n(?<answer>[\s\S]*?)\n```\n$/u;

/** All questions of the folder, in the order of their file names. Errors: a file that has not the form of a question. */
export function storedQuestions(): StoredQuestion[] {
  const files = readdirSync(folder).filter((file) => file !== 'README.md');
  return files.sort().map(readQuestion);
}

function readQuestion(file: string): StoredQuestion {
  const parts = form.exec(readFileSync(pathOf(file), 'utf8'))?.groups;
  if (!parts)
    throw new Error(`docs/questions/${file} is not: # English, 中文, Asked of: documents|atlas, graphql, json variables, json answer`);
  const { title = '', query = '', variables = '{}', answer } = parts;
  return {
    file,
    title,
    graph: parts.graph as StoredQuestion['graph'],
    query,
    variables: JSON.parse(variables),
    answer: JSON.parse(answer || 'null'),
  };
}

/** Writes a question's answer anew, as it came out. */
export function storeAnswer(file: string, answer: unknown): void {
  const text = readFileSync(pathOf(file), 'utf8');
  writeFileSync(
    pathOf(file),
    text.replace(/```json answer\n[\s\S]*?\n```/, () => `\`\`\`json answer\n${glance(answer)}\n\`\`\``),
  );
}
