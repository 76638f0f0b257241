import { entityKinds } from '../../../domain/vocabulary.ts';
import type { Table } from '../../../exporter/table.ts';
import { language, pick } from '../../language/language.ts';
import type { NetworkNode } from '../../operations/network.ts';
import { say } from './words.ts';

/** Nodes as they are exported: with the ids by which they can be found again. */
export const tabulateNodes = (name: string, nodes: readonly NetworkNode[]): Table => ({
  name,
  columns: [
    { title: say('name'), width: 16 },
    { title: say('otherName'), width: 20 },
    { title: say('kindOf'), width: 8 },
    { title: say('degree'), width: 8 },
    { title: say('strength'), width: 10 },
    { title: say('group'), width: 8 },
    { title: say('id'), width: 28 },
  ],
  rows: nodes.map(({ entity, degree, strength, community }) => [
    entity.label,
    language === 'EN' ? entity.name : entity.nameEn,
    pick(entityKinds[entity.kind]),
    degree,
    strength,
    community,
    entity.id,
  ]),
});
