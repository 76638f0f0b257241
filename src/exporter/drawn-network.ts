/** A participant of a network, as it is drawn. */
export interface DrawnNode {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly degree: number;
  readonly strength: number;
  readonly community: number | null;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** As `#rrggbb`. */
  readonly color: string;
}

/** What ties two of them. */
export interface DrawnTie {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
  readonly sharedEvents: number;
}

/** A network with its picture, to be written into a file. */
export interface DrawnNetwork {
  readonly name: string;
  /** How it came to be: whose network, what the weight means, what is hidden. */
  readonly description: string;
  readonly nodes: readonly DrawnNode[];
  readonly ties: readonly DrawnTie[];
}
