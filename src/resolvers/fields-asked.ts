import {
  type FieldNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
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
export const askedBelow = (asked: Asked, path: readonly string[]): Asked =>
  path.reduce((above, name) => ({ ...above, fieldNodes: fieldsAsked(above).filter((node) => node.name.value === name) }), asked);
