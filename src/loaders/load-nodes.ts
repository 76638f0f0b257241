import type { Database } from '../database/connect.ts';
import { loadProperties } from '../database/queries/load-properties.ts';
import { labelOfId } from '../domain/ids.ts';
import type { LoadNodes, NodeSource, WantedNode } from './nodes.ts';

/**
 * Loads nodes for one request: what is known of them already is not read again; what stands on them is read by one statement for all
 * types; and only where a question goes on to neighbours the library is asked, which writes a statement for each question.
 */
export const loadNodes =
  (database: Database, { propertiesAsked, byLibrary }: NodeSource, libraryContext: object): LoadNodes =>
  async (info, type, wanted) => {
    const properties = propertiesAsked(info, type);
    // A copy: the library leaves its own things in the context it is given.
    if (!properties) return byLibrary({ ...libraryContext }, info, type, idsOf(wanted));
    const known = (node: WantedNode) => (isKnown(node, type, properties) ? node.known : undefined);
    const loaded = await loadProperties(database, type, idsOf(wanted.filter((node) => !known(node))), properties);
    return wanted.map((node) => known(node) ?? loaded.get(node.id) ?? null);
  };

const idsOf = (nodes: readonly WantedNode[]): string[] => nodes.map(({ id }) => id);

const isKnown = ({ id, known }: WantedNode, type: string, properties: readonly string[]): boolean =>
  known !== undefined && labelOfId(id) === type && properties.every((property) => property in known);
