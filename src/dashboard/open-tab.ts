import { type Example, examples } from './graphiql-examples.ts';

/** The tab that GraphiQL opens with, the one left open last time or the first example: unless told, it leaves out that tab's variables. */
export function openTab(storage: { getItem(key: string): string | null }): Example | undefined {
  try {
    const { tabs, activeTabIndex } = JSON.parse(storage.getItem('graphiql:tabState') ?? '');
    const { query, variables } = tabs[activeTabIndex];
    return { query: query ?? undefined, variables: variables ?? undefined };
  } catch {
    return examples[0];
  }
}
