import { describe, expect, it } from 'vitest';
import type { DrawnNetwork } from '../../src/exporter/drawn-network.ts';
import { writeGexf } from '../../src/exporter/write-gexf.ts';
import { writeGraphml } from '../../src/exporter/write-graphml.ts';
import { writeNetworkSvg } from '../../src/exporter/write-network-svg.ts';

const node = { kind: 'PERSON', degree: 1, strength: 1.5, size: 9, color: '#0b57a4' };
const network: DrawnNetwork = {
  name: '甲 & 乙 <b>',
  description: 'weight = "sum"\u0000',
  nodes: [
    { ...node, id: 'person:a', label: '甲', community: 1, x: -3, y: 2 },
    { ...node, id: 'person:b', label: '<乙>', community: null, x: 5, y: -2 },
  ],
  ties: [{ a: 'person:a', b: 'person:b', weight: 1.5, sharedEvents: 2 }],
};

describe.each([
  ['GEXF', writeGexf],
  ['GraphML', writeGraphml],
  ['SVG', writeNetworkSvg],
])('%s', (_name, write) => {
  it('keeps every sign of a name, and nothing that XML has no place for', () => {
    const text = write(network);
    expect(text).toContain('甲 &amp; 乙 &lt;b&gt;');
    expect(text).toContain('&lt;乙&gt;');
    expect(text).not.toContain('\u0000');
  });

  it('is the same for the same network', () => {
    expect(write(network)).toBe(write(structuredClone(network)));
  });
});

it('GEXF holds position, size, colour and measures of each node, and no community where there is none', () => {
  const text = writeGexf(network);
  expect(text).toContain('<viz:position x="-3" y="2" z="0"/><viz:size value="9"/><viz:color r="11" g="87" b="164"/>');
  expect(text.match(/for="community"/g)).toHaveLength(1);
  expect(text).toContain('source="person:a" target="person:b" weight="1.5"');
});

it('GraphML declares every datum that it holds', () => {
  const text = writeGraphml(network);
  const declared = new Set([...text.matchAll(/<key id="(\w+)"/g)].map(([, id]) => id));
  const held = new Set([...text.matchAll(/<data key="(\w+)"/g)].map(([, key]) => key));
  expect(held).toEqual(declared);
});

it('the picture holds all nodes inside its frame, also one alone', () => {
  for (const nodes of [network.nodes, network.nodes.slice(0, 1)]) {
    const text = writeNetworkSvg({ ...network, nodes, ties: [] });
    const places = [...text.matchAll(/cx="([\d.-]+)" cy="([\d.-]+)"/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    expect(places).toHaveLength(nodes.length);
    for (const [x, y] of places) expect(x >= 0 && x <= 1600 && y >= 0 && y <= 1000).toBe(true);
  }
});

it('the words below the picture go on in further lines, of which none is wider than it', () => {
  const description = `${'名单未必完整。'.repeat(40)}${'a weight of ties '.repeat(40)}`.trim();
  const text = writeNetworkSvg({ ...network, description });
  const lines = [...text.matchAll(/font-size="13" fill="#595959">([^<]*)</g)].map(([, line = '']) => line);
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect([...line].length).toBeLessThanOrEqual(200);
  expect(lines[0]?.length).toBeLessThanOrEqual(119);
  expect(lines.join(' ').replaceAll(' ', '')).toBe(description.replaceAll(' ', ''));
});
