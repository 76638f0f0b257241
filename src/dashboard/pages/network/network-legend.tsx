import { groupBy } from '../../../domain/group-by.ts';
import type { Network } from '../../operations/network.ts';
import { colouredCommunities, communityColour, otherColour } from './community-colours.ts';
import { say } from './words.ts';

const named = 3;

/** Which colour is which community, and who is strongest in it. */
export function NetworkLegend({ network: { nodes } }: { network: Network }) {
  const groups = groupBy(nodes, ({ community }) => (community && community <= colouredCommunities ? community : null));
  const numbers = [...groups.keys()].filter((number) => number !== null).sort((x, y) => x - y);
  return (
    <ul className="legend" aria-label={say('legend')}>
      {numbers.map((number) => {
        const members = groups.get(number) ?? [];
        const names = members.slice(0, named).map(({ entity }) => entity.label);
        return (
          <li key={number}>
            <Dot colour={communityColour(number)} />
            {say('community', { number, count: members.length, names: names.join(say('comma')) })}
          </li>
        );
      })}
      {groups.has(null) && (
        <li>
          <Dot colour={otherColour} />
          {say('others', { count: groups.get(null)?.length ?? 0 })}
        </li>
      )}
    </ul>
  );
}

/** A spot of a community's colour. */
export const Dot = ({ colour }: { colour: string }) => <span className="dot" aria-hidden style={{ background: colour }} />;
