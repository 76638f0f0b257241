import type { ReactNode } from 'react';
import { language } from '../language/language.ts';
import { EntityLink } from './entity-link.tsx';

const between = language === 'EN' ? ', ' : '、';

/** A line of a page's head: what is known under a title; nothing where nothing is. */
export function HeadRow({ title, children }: { title: string; children: readonly ReactNode[] | null | undefined }) {
  if (!children || children.length === 0) return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children.flatMap((child, index) => (index === 0 ? [child] : [between, child]))}</dd>
    </div>
  );
}

/** Entities as links, for a line of a page's head. */
export const links = (entities: readonly { id: string; label: string }[]) =>
  entities.map((each) => <EntityLink key={each.id} entity={each} />);
