import type { Database } from '../database/connect.ts';
import { loadProperties } from '../database/queries/load-properties.ts';
import { labelOfId } from '../domain/ids.ts';
import type { LibraryRead, LoadedNode, LoadNodes, NodeSource, WantedNode } from './nodes.ts';

/**
 * Loads nodes for one request: what is known of them already is not read again; what stands on them is read by one statement for all
 * types; and only where a question goes on to neighbours by a statement that the library writes for it.
 */
export const loadNodes =
  (database: Database, { propertiesAsked, libraryRead }: NodeSource): LoadNodes =>
  async (info, type, wanted) => {
    const properties = propertiesAsked(info, type);
    if (!properties) return readNodes(database, await libraryRead(info, type), idsOf(wanted));
    const known = (node: WantedNode) => (isKnown(node, type, properties) ? node.known : undefined);
    const loaded = await loadProperties(database, type, idsOf(wanted.filter((node) => !known(node))), properties);
    return wanted.map((node) => known(node) ?? loaded.get(node.id) ?? null);
  };

async function readNodes(database: Database, read: LibraryRead, ids: readonly string[]): Promise<(LoadedNode | null)[]> {
  const { cypher, params } = read(ids);
  const nodes = (await database.read(cypher, params)).map((row) => row.this as LoadedNode);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return ids.map((id) => byId.get(id) ?? null);
}

const idsOf = (nodes: readonly WantedNode[]): string[] => nodes.map(({ id }) => id);

const isKnown = ({ id, known }: WantedNode, type: string, properties: readonly string[]): boolean =>
  known !== undefined && labelOfId(id) === type && properties.every((property) => property in known);
