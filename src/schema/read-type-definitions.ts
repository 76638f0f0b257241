import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { concatAST, type DocumentNode, parse, Source } from 'graphql';

// The same distance from src/schema and from dist/schema.
const folder = fileURLToPath(new URL('../../schema/', import.meta.url));

/** Reads all type definitions of `schema/` as one document. */
export function readTypeDefinitions(): DocumentNode {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort();
  return concatAST(files.map((name) => parse(new Source(readFileSync(folder + name, 'utf8'), `schema/${name}`))));
}
