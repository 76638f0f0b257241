import type { initGraphQLTada, ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';
import type { introspection } from '../../../dist/graphql-env.d.ts';

interface Setup {
  introspection: introspection;
  disableMasking: true;
  scalars: { Day: string; PartialDate: string; DateTime: string; URL: string; JSON: Record<string, unknown> };
}

/** A typed question or fragment: its text with the fragments it names, each once. */
interface Text {
  readonly name: string;
  readonly parts: readonly string[];
}

/** Writes a question whose variables and answer are typed by the schema; nothing of it but the text is in the page. */
export const graphql = ((own: string, fragments: Text[] = []): Text => ({
  name: /\b(?:query|fragment)\s+(\w+)/.exec(own)?.[1] ?? '',
  parts: [...new Set([own.trim(), ...fragments.flatMap(({ parts }) => parts)])],
})) as unknown as ReturnType<typeof initGraphQLTada<Setup>>;

// biome-ignore lint/suspicious/noExplicitAny: any question; each keeps its own types.
export type Operation<Result = any, Variables = any> = TadaDocumentNode<Result, Variables, any>;
export type { ResultOf, VariablesOf };

/** The question as it is sent. */
export const textOf = (operation: Operation): string => (operation as unknown as Text).parts.join('\n\n');

/** The question's name. */
export const nameOf = (operation: Operation): string => (operation as unknown as Text).name;
