import type { DrawnNetwork, DrawnNode, DrawnTie } from './drawn-network.ts';
import { escapeXml } from './escape-xml.ts';

const nodeAttributes = ['kind:string', 'degree:integer', 'strength:double', 'community:integer'] as const;

/** Writes a network as GEXF 1.3, which Gephi opens with the positions, sizes and colours of the picture. */
export const writeGexf = ({ name, description, nodes, ties }: DrawnNetwork): string => `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta><creator>Oncology Knowledge Graph</creator><description>${escapeXml(`${name}. ${description}`)}</description></meta>
  <graph defaultedgetype="undirected">
    <attributes class="node">
${nodeAttributes.map(attribute).join('\n')}
    </attributes>
    <attributes class="edge">
${attribute('sharedEvents:integer')}
    </attributes>
    <nodes>
${nodes.map(node).join('\n')}
    </nodes>
    <edges>
${ties.map(edge).join('\n')}
    </edges>
  </graph>
</gexf>
`;

function attribute(definition: string): string {
  const [name, type] = definition.split(':');
  return `      <attribute id="${name}" title="${name}" type="${type}"/>`;
}

const node = ({ id, label, kind, degree, strength, community, x, y, size, color }: DrawnNode): string =>
  `      <node id="${escapeXml(id)}" label="${escapeXml(label)}"><attvalues>${value('kind', kind)}${value('degree', degree)}${value('strength', strength)}${
    community === null ? '' : value('community', community)
  }</attvalues><viz:position x="${x}" y="${y}" z="0"/><viz:size value="${size}"/><viz:color ${rgb(color)}/></node>`;

const edge = ({ a, b, weight, sharedEvents }: DrawnTie, index: number): string =>
  `      <edge id="${index}" source="${escapeXml(a)}" target="${escapeXml(b)}" weight="${weight}"><attvalues>${value('sharedEvents', sharedEvents)}</attvalues></edge>`;

const value = (of: string, is: string | number): string => `<attvalue for="${of}" value="${escapeXml(String(is))}"/>`;

const rgb = (color: string): string =>
  ['r', 'g', 'b'].map((part, index) => `${part}="${Number.parseInt(color.slice(1 + 2 * index, 3 + 2 * index), 16)}"`).join(' ');
