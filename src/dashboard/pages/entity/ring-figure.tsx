import { Link } from 'react-router';
import type { Network } from '../../operations/network.ts';
import { RingPicture } from './ring-picture.tsx';
import { say } from './words.ts';

interface Props {
  readonly network: Network;
  /** Who stands in the middle, if anyone does. */
  readonly middle?: string;
  readonly title: string;
  /** Whose whole network the figure leads to. */
  readonly of: string;
}

/** A small network, what its signs mean, and a way to the whole. */
export function RingFigure({ network, middle, title, of }: Props) {
  return (
    <figure className="small-network">
      <RingPicture network={network} middle={middle} title={title} />
      <figcaption className="note">
        {say('ringLegend')} <Link to={`/network?of=${of}`}>{say('wholeNetwork')}</Link>
      </figcaption>
    </figure>
  );
}
