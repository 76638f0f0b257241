import type { DrawnNetwork, DrawnNode } from './drawn-network.ts';
import { escapeXml } from './escape-xml.ts';
import { wrapText } from './wrap-text.ts';

const width = 1600;
const height = 1000;
const margin = 90;
const font = '"Noto Sans SC","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/** Writes the picture of a network as SVG, with its name above and what it shows below. */
export function writeNetworkSvg({ name, description, nodes, ties }: DrawnNetwork): string {
  const place = scaleInto(nodes);
  const at = new Map(nodes.map((node) => [node.id, place(node)]));
  const heaviest = Math.max(...ties.map(({ weight }) => weight), Number.MIN_VALUE);
  const lines = ties.map(({ a, b, weight }) => {
    const [from, to] = [at.get(a) ?? [0, 0], at.get(b) ?? [0, 0]];
    const [x1, y1, x2, y2] = [...from, ...to].map(round);
    return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke-width="${round(0.6 + (5 * weight) / heaviest)}"/>`;
  });
  const circles = nodes.map((node) => {
    const [x, y] = place(node).map(round);
    return `<circle cx="${x}" cy="${y}" r="${round(node.size)}" fill="${node.color}"/><text x="${x}" y="${round((y ?? 0) - node.size - 4)}">${escapeXml(node.label)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family='${font}'>
<rect width="100%" height="100%" fill="#fff"/>
<text x="24" y="40" font-size="24">${escapeXml(name)}</text>
<g stroke="#c5cdd6">${lines.join('\n')}</g>
<g font-size="14" text-anchor="middle" stroke="#fff" stroke-width="3" paint-order="stroke" fill="#1f1f1f">${circles.join('\n')}</g>
${footLines(description).join('\n')}
</svg>
`;
}

const footSize = 13;

/** The words below the picture, the last line at its foot. */
function footLines(description: string): string[] {
  const lines = wrapText(description, (width - 48) / footSize);
  const line = (text: string, index: number) =>
    `<text x="24" y="${height - 16 - 18 * (lines.length - 1 - index)}" font-size="${footSize}" fill="#595959">${escapeXml(text)}</text>`;
  return lines.map(line);
}

/** Makes what puts the nodes into the picture, whatever their own measure. */
function scaleInto(nodes: readonly DrawnNode[]): (node: DrawnNode) => [number, number] {
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((width - 2 * margin) / (right - left || 1), (height - 2 * margin) / (top - bottom || 1));
  return ({ x, y }) => [width / 2 + (x - (left + right) / 2) * scale, height / 2 - (y - (bottom + top) / 2) * scale];
}

const round = (value: number): number => Math.round(value * 10) / 10;
