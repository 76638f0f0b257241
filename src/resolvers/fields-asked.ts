import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'variableValues'>;

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
