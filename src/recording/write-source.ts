import type { WriteTransaction } from '../database/connect.ts';
import { canonicalJson } from '../domain/ids.ts';
import { parseSpans } from '../domain/lines.ts';
import type { SourceFile } from '../domain/source-file.ts';
import type { Plan } from './plan.ts';

const replaceDeclarations = `
MATCH (s:Source {id: $sourceId})
CALL (s) { OPTIONAL MATCH (s)-[old:DECLARES]->() DELETE old }
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
CREATE (s)-[d:DECLARES]->(e)
SET d = row.properties`;

const replaceLeftOut = `
MATCH (s:Source {id: $sourceId})
CALL (s) { OPTIONAL MATCH (s)-[:LEFT_OUT]->(old) DETACH DELETE old }
UNWIND $rows AS row
CREATE (s)-[:LEFT_OUT]->(l:LeftOut)
SET l = row`;

/**
 * Writes the document's own data, the lines its reader left out, and what the file decides about entities.
 * Shape: the ids of the entities whose declaration changed.
 */
export async function writeSource(tx: WriteTransaction, { file, fileHash }: Plan): Promise<string[]> {
  const { id: sourceId, file: fileName, sha256, lineCount, language } = file.source;
  const filledLines = file.source.filledLines.map(String);
  await tx.run('MATCH (s:Source {id: $sourceId}) SET s += $own', {
    sourceId,
    own: { fileName, sha256, lineCount, language, filledLines, published: publishedDate(file), fileHash: fileHash ?? null },
  });
  const leftOut = (file.leftOut ?? []).flatMap(({ lines, reason }) => parseSpans(lines).map((span) => ({ ...span, reason })));
  await tx.run(replaceLeftOut, { sourceId, rows: leftOut });
  return writeDeclarations(tx, sourceId, declarationsOf(file));
}

/** The day, month or year a source was published, as it orders sources; null when the file states none. */
export function publishedDate({ source }: SourceFile): string | null {
  const { published } = source;
  if (published === undefined) return null;
  return String(typeof published === 'object' ? published.value : published).split('/')[0] ?? null;
}

async function writeDeclarations(tx: WriteTransaction, sourceId: string, rows: ReturnType<typeof declarationsOf>): Promise<string[]> {
  const stored = await tx.run('MATCH (:Source {id: $sourceId})-[d:DECLARES]->(e) RETURN e.id AS id, properties(d) AS properties', {
    sourceId,
  });
  const before = new Map(stored.map((row) => [String(row.id), canonicalJson(row.properties)]));
  const changed = rows.filter((row) => before.get(row.id) !== canonicalJson(row.properties)).map((row) => row.id);
  const gone = [...before.keys()].filter((id) => !rows.some((row) => row.id === id));
  if (changed.length + gone.length > 0) await tx.run(replaceDeclarations, { sourceId, rows });
  return [...changed, ...gone];
}

function declarationsOf({ source, entities }: SourceFile) {
  const { nameEn, nameEnStatus } = source;
  const own = { id: source.id, properties: defined({ nameEn, nameEnStatus }) };
  const others = Object.entries(entities).map(([id, entity]) => ({
    id,
    properties: defined({
      nameEn: entity.nameEn,
      nameEnStatus: entity.nameEnStatus,
      pinyin: entity.pinyin && [entity.pinyin].flat(),
      divisionCode: entity.divisionCode,
      identifiedBy: entity.identifiedBy,
    }),
  }));
  return [own, ...others];
}

const defined = (properties: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
