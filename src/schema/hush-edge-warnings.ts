const expected = /^Custom resolver for \w+ has not been provided$/;

/** Does the work without the library's warning on edge types, whose resolvers it has been given and does not see. */
export async function hushEdgeWarnings<T>(work: () => Promise<T>): Promise<T> {
  const warn = console.warn;
  console.warn = (...words: unknown[]) => {
    if (!expected.test(String(words[0]))) warn(...words);
  };
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}
