import {
  type FieldNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { groupBy } from '../domain/group-by.ts';
import type { Asked } from '../loaders/nodes.ts';

/** The fields that a question selects of what a field answers with, those of fragments too. */
export const fieldsAsked = (asked: Asked): FieldNode[] =>
  asked.fieldNodes.flatMap(({ selectionSet }) => (selectionSet ? fieldsIn(selectionSet, asked) : []));

const fieldsIn = ({ selections }: SelectionSetNode, asked: Asked): FieldNode[] =>
  selections.flatMap((selection) => {
    if (!isIncluded(selection, asked)) return [];
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : asked.fragments[selection.name.value];
    return fragment ? fieldsIn(fragment.selectionSet, asked) : [];
  });

const isIncluded = (node: SelectionNode, { variableValues }: Asked): boolean =>
  !node.directives?.length ||
  (getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false);

/** What is asked further down, at the fields of this path. */
export const askedBelow = ({ fragments, variableValues, fieldNodes }: Asked, path: readonly string[]): Asked =>
  path.reduce<Asked>(
    (above, name) => ({ fragments, variableValues, fieldNodes: fieldsAsked(above).filter((node) => node.name.value === name) }),
    { fragments, variableValues, fieldNodes },
  );

/** One field of an answer: whatever a question asks under one name, which is all answered together. */
export type OneField = readonly [FieldNode, ...FieldNode[]];

/** The fields of an answer that a question selects of what a field answers with. */
export const fieldGroups = (asked: Asked): OneField[] =>
  [...groupBy(fieldsAsked(asked), ({ alias, name }) => (alias ?? name).value).values()] as unknown as OneField[];

/** The fields of an answer further down, at this path of the schema's names. */
export const groupsBelow = (asked: Asked, path: readonly string[]): (readonly FieldNode[])[] =>
  path.reduce<(readonly FieldNode[])[]>(
    (groups, name) => groups.flatMap((fieldNodes) => fieldGroups({ ...asked, fieldNodes }).filter(([field]) => field.name.value === name)),
    [asked.fieldNodes],
  );
