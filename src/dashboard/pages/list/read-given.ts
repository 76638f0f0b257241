/** The arguments of a list, as its address gives them; none where it gives what is no object. */
export function readGiven(text: string | null): object {
  try {
    const given: unknown = JSON.parse(text ?? '{}');
    return given && typeof given === 'object' ? given : {};
  } catch {
    return {};
  }
}
