import type { WriteTransaction } from '../database/connect.ts';
import { canonicalJson } from '../domain/ids.ts';
import { parseSpans } from '../domain/lines.ts';
import type { SourceFile } from '../domain/source-file.ts';
import type { Batch, SourceHead } from './load-batch.ts';

const readDeclarations = `
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[d:DECLARES]-(s)
USING INDEX SEEK e:Entity(id)
WHERE s.id = $sourceId
RETURN id, properties(d) AS properties`;

const changeDeclarations = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})<-[d:DECLARES]-(s)
USING INDEX SEEK e:Entity(id)
WHERE s.id = $sourceId
SET d = row.properties`;

// Not MERGE, which looks for each among all that the source declares.
const createDeclarations = `
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
USING INDEX SEEK e:Entity(id)
MATCH (s:Source {id: $sourceId})
CREATE (s)-[d:DECLARES]->(e)
SET d = row.properties`;

const dropDeclarations = `
UNWIND $ids AS id
MATCH (e:Entity {id: id})
USING INDEX SEEK e:Entity(id)
MATCH (s:Source {id: $sourceId})
MATCH (s)-[d:DECLARES]->(e)
DELETE d`;

const replaceLeftOut = `
MATCH (s:Source {id: $sourceId})
CALL (s) { OPTIONAL MATCH (s)-[:LEFT_OUT]->(old) DETACH DELETE old }
UNWIND $rows AS row
CREATE (s)-[:LEFT_OUT]->(l:LeftOut)
SET l = row`;

const markRefold = 'MATCH (p:PendingImport {sourceId: $sourceId}) SET p.refold = true';

/**
 * Writes the document's own data and the lines its reader left out, with the first batch.
 * That all facts have to be weighed anew is kept beside: cut off later, nothing else would tell.
 */
export async function writeSource(tx: WriteTransaction, { source, leftOut }: SourceHead, refold: boolean): Promise<void> {
  const { id: sourceId, file: fileName, sha256, lineCount, language } = source;
  const filledLines = source.filledLines.map(String);
  await tx.run('MATCH (s:Source {id: $sourceId}) SET s += $own', {
    sourceId,
    own: { fileName, sha256, lineCount, language, filledLines, published: publishedDate(source), fileHash: null },
  });
  const rows = leftOut.flatMap(({ lines, reason }) => parseSpans(lines).map((span) => ({ ...span, reason })));
  await tx.run(replaceLeftOut, { sourceId, rows });
  if (refold) await tx.run(markRefold, { sourceId });
}

/** Notes of which file the source was stored, with the last batch: until then it is not. */
export const sealSource = (tx: WriteTransaction, { source, hash }: SourceHead) =>
  tx.run('MATCH (s:Source {id: $sourceId}) SET s.fileHash = $hash', { sourceId: source.id, hash: hash ?? null });

/** The day, month or year a source was published, as it orders sources; null when the file states none. */
export function publishedDate({ published }: SourceFile['source']): string | null {
  if (published === undefined) return null;
  return String(typeof published === 'object' ? published.value : published).split('/')[0] ?? null;
}

/** Writes what a file decides about entities. Shape: the ids of those it now decides otherwise about. */
export async function writeDeclarations(tx: WriteTransaction, { plan: { file }, first, undeclared }: Batch): Promise<string[]> {
  const sourceId = file.source.id;
  const rows = [...(first ? [ownDeclaration(file)] : []), ...declarationsOf(file)];
  if (rows.length + undeclared.length === 0) return [];
  const stored = await tx.run(readDeclarations, { sourceId, ids: rows.map(({ id }) => id) });
  const before = new Map(stored.map((row) => [String(row.id), canonicalJson(row.properties)]));
  const changed = rows.filter((row) => before.get(row.id) !== canonicalJson(row.properties));
  const [known, fresh] = [changed.filter(({ id }) => before.has(id)), changed.filter(({ id }) => !before.has(id))];
  if (known.length > 0) await tx.run(changeDeclarations, { sourceId, rows: known });
  if (fresh.length > 0) await tx.run(createDeclarations, { sourceId, rows: fresh });
  if (undeclared.length > 0) await tx.run(dropDeclarations, { sourceId, ids: undeclared });
  return changed.map(({ id }) => id);
}

const ownDeclaration = ({ source: { id, nameEn, nameEnStatus } }: SourceFile) => ({ id, properties: defined({ nameEn, nameEnStatus }) });

const declarationsOf = ({ entities }: SourceFile) =>
  Object.entries(entities).map(([id, entity]) => ({
    id,
    properties: defined({
      nameEn: entity.nameEn,
      nameEnStatus: entity.nameEnStatus,
      pinyin: entity.pinyin && [entity.pinyin].flat(),
      divisionCode: entity.divisionCode,
      identifiedBy: entity.identifiedBy,
    }),
  }));

const defined = (properties: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
