import type { DrawnNetwork, DrawnNode, DrawnTie } from './drawn-network.ts';
import { escapeXml } from './escape-xml.ts';

const keys = [
  'node label:string',
  'node kind:string',
  'node degree:int',
  'node strength:double',
  'node community:int',
  'node x:double',
  'node y:double',
  'edge weight:double',
  'edge sharedEvents:int',
] as const;

/** Writes a network as GraphML, which yEd, Cytoscape, igraph and NetworkX read. */
export const writeGraphml = ({ name, description, nodes, ties }: DrawnNetwork): string => `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <desc>${escapeXml(`${name}. ${description}`)}</desc>
${keys.map(key).join('\n')}
  <graph edgedefault="undirected">
${nodes.map(node).join('\n')}
${ties.map(edge).join('\n')}
  </graph>
</graphml>
`;

function key(definition: string): string {
  const [where, what = ''] = definition.split(' ');
  const [name, type] = what.split(':');
  return `  <key id="${name}" for="${where}" attr.name="${name}" attr.type="${type}"/>`;
}

const node = ({ id, label, kind, degree, strength, community, x, y }: DrawnNode): string =>
  `    <node id="${escapeXml(id)}">${data({ label, kind, degree, strength, community, x, y })}</node>`;

const edge = ({ a, b, weight, sharedEvents }: DrawnTie): string =>
  `    <edge source="${escapeXml(a)}" target="${escapeXml(b)}">${data({ weight, sharedEvents })}</edge>`;

const data = (values: Record<string, string | number | null>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<data key="${name}">${escapeXml(String(value))}</data>`)
    .join('');
