import { EntityLink } from './entity-link.tsx';

interface Named {
  readonly id: string;
  readonly label: string;
}

/** A sentence of ours in which the entities it speaks of are links; the one whose page this is stays plain. */
export function LinkedText({ text, entities, but }: { text: string; entities: readonly Named[]; but?: string }) {
  return (
    <>
      {cut(text, entities).map(({ at, piece, entity }) => (entity && entity.id !== but ? <EntityLink key={at} entity={entity} /> : piece))}
    </>
  );
}

/** Cuts a text where names stand in it, the longest first, so that a name inside a longer one is not torn out. */
function cut(text: string, entities: readonly Named[]): { at: number; piece: string; entity?: Named }[] {
  const byLength = entities.filter(({ label }) => label).sort((a, b) => b.label.length - a.label.length);
  const found = byLength.find(({ label }) => text.includes(label));
  if (!found) return [{ at: 0, piece: text }];
  const start = text.indexOf(found.label);
  const end = start + found.label.length;
  const shift = (pieces: ReturnType<typeof cut>, by: number) => pieces.map((each) => ({ ...each, at: each.at + by }));
  return [
    ...cut(text.slice(0, start), entities),
    { at: start, piece: found.label, entity: found },
    ...shift(cut(text.slice(end), entities), end),
  ].filter(({ piece }) => piece !== '');
}
