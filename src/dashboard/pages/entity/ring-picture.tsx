import { Link, useLocation } from 'react-router';
import { entityPath } from '../../components/entity-path.ts';
import { addressOfEvidence } from '../../evidence/use-evidence.ts';
import type { Network, NetworkNode, NetworkTie } from '../../operations/network.ts';
import { layOutRing, type Place, ringMiddle, ringSize } from './lay-out-ring.ts';
import { say } from './words.ts';

const { width, height } = ringSize;

interface Props {
  readonly network: Network;
  /** Who stands in the middle, if anyone does. */
  readonly middle?: string;
  readonly title: string;
}

/** A network as a still picture: in a ring, those of one community side by side. Names lead to their pages, ties to their evidence. */
export function RingPicture({ network: { nodes, ties }, middle, title }: Props) {
  const around = nodes.filter(({ entity }) => entity.id !== middle).sort((a, b) => (a.community ?? 99) - (b.community ?? 99));
  const places = layOutRing(around.length);
  const placeOf = new Map(around.map(({ entity }, index) => [entity.id, places[index] ?? ringMiddle]));
  if (middle) placeOf.set(middle, ringMiddle);
  const labels = new Map(nodes.map(({ entity }) => [entity.id, entity.label]));
  const heaviest = Math.max(...ties.map(({ weight }) => weight));
  return (
    <svg viewBox={`0 0 ${width} ${height}`}>
      <title>{title}</title>
      <g aria-hidden>
        {ties.map((tie) => {
          const [from, to] = [placeOf.get(tie.a), placeOf.get(tie.b)];
          const words = say('met', { a: labels.get(tie.a) ?? '', b: labels.get(tie.b) ?? '', count: tie.sharedEvents });
          return (
            from &&
            to && (
              <Tie
                key={`${tie.a} ${tie.b}`}
                {...{ tie, from, to, words }}
                isOwn={tie.a === middle || tie.b === middle}
                heaviest={heaviest}
              />
            )
          );
        })}
      </g>
      {nodes.map((node) => (
        <Node key={node.entity.id} node={node} place={placeOf.get(node.entity.id) ?? ringMiddle} isMiddle={node.entity.id === middle} />
      ))}
    </svg>
  );
}

interface TieProps {
  readonly tie: NetworkTie;
  readonly from: Place;
  readonly to: Place;
  readonly words: string;
  readonly isOwn: boolean;
  readonly heaviest: number;
}

/** Reached by pointing; by keyboard, and read aloud, the list opens the same evidence. */
function Tie({ tie, from, to, words, isOwn, heaviest }: TieProps) {
  const { search } = useLocation();
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  return (
    <Link to={{ search: addressOfEvidence(search, tie.factIds) }} tabIndex={-1}>
      <title>{words}</title>
      <line {...ends} className={isOwn ? 'ring-tie own' : 'ring-tie'} strokeWidth={0.8 + (3 * tie.weight) / heaviest} />
      <line {...ends} className="ring-tie-reach" />
    </Link>
  );
}

/** How far a name stands from its node, by its side. */
const shifts = { start: 11, middle: 0, end: -11 };

function Node({ node: { entity }, place: { x, y, side }, isMiddle }: { node: NetworkNode; place: Place; isMiddle: boolean }) {
  const radius = isMiddle ? 9 : 6;
  const down = side === 'middle' ? (y < height / 2 || isMiddle ? -radius - 5 : radius + 14) : 4;
  return (
    <Link to={entityPath(entity.id)} className={isMiddle ? 'ring-node middle' : 'ring-node'}>
      <title>{entity.label}</title>
      {entity.kind === 'PERSON' ? (
        <circle cx={x} cy={y} r={radius} />
      ) : (
        <rect x={x - radius} y={y - radius} width={2 * radius} height={2 * radius} />
      )}
      <text x={x + shifts[side]} y={y + down} textAnchor={side}>
        {shorten(entity.label)}
      </text>
    </Link>
  );
}

const wide = /[\u2e80-\uffff]/;
// Units: the width of a Latin letter; a Chinese character takes two.
const room = 18;

/** As much of a name as there is room for. */
function shorten(name: string): string {
  let used = 0;
  const fits = [...name].findIndex((sign) => {
    used += wide.test(sign) ? 2 : 1;
    return used > room;
  });
  return fits < 0 ? name : `${[...name].slice(0, fits - 1).join('')}…`;
}
