/** How large a made-up graph is, and which of all that are possible. */
export interface Size {
  readonly people: number;
  readonly seed: number;
}

/** How many of what a graph of so many people has, but for its probes. Source: the suite's data as `docs/performance.md` describes it. */
export const countsOf = ({ people }: Size) => ({
  people,
  events: people / 2,
  participations: people * 4,
  organisations: 20 + people / 50,
  cities: 30 + Math.floor(people / 1000),
  /** How many attended the one event that very many did. */
  hubGuests: Math.min(people / 20, 50_000),
});

const padded = (number: number): string => String(number).padStart(7, '0');

/** The ids of a made-up graph; everything is numbered from 0. */
export const idOf = {
  person: (number: number): string => `person:crowd-${padded(number)}`,
  event: (number: number): string => `event:crowd-${padded(number)}`,
  organisation: (number: number): string => `organisation:crowd-${padded(number)}`,
  city: (number: number): string => `place:crowd-${padded(number)}`,
  hub: 'event:hub',
  /** A person who took part in exactly so many events, whatever the graph's size. */
  probe: (degree: number): string => `person:probe-${degree}`,
  companion: (degree: number, number: number): string => `person:probe-${degree}-companion-${number}`,
  probeEvent: (degree: number, number: number): string => `event:probe-${degree}-${padded(number)}`,
  probeLink: 'event:probe-link',
  probePlace: 'place:probe',
} as const;

/** How many events the probes took part in. */
export const probeDegrees = [2, 20, 200] as const;
