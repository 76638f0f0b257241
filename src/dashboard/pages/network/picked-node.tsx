import { EntityLink } from '../../components/entity-link.tsx';
import { formatNumber } from '../../language/format.ts';
import type { NetworkNode } from '../../operations/network.ts';
import { say } from './words.ts';

/** Who is marked in the picture, and the way to their page. */
export function PickedNode({ node: { entity, degree, strength } }: { node: NetworkNode }) {
  return (
    <div className="network-picked">
      <EntityLink entity={entity} />
      <span className="note">
        {[entity.summary, say('measures', { degree, strength: formatNumber(Math.round(strength * 100) / 100) })]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}
