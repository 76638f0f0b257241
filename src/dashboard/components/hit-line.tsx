import type { Hit } from '../operations/search.ts';
import { sayMatch } from './say-match.ts';

/** A hit: what was found, what it is, and what of it matched. */
export function HitLine({ hit: { entity, matchedOn, matchedText } }: { hit: Hit }) {
  return (
    <span className="hit">
      <span>{entity.label}</span>
      <span className="why">{[entity.summary, sayMatch(matchedOn, matchedText)].filter(Boolean).join(' · ')}</span>
    </span>
  );
}
