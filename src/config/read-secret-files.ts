import { readFileSync } from 'node:fs';

/** The settings that may stand in a file instead, named by the variable of the same name with `_FILE` behind it. */
export const secretSettings = ['NEO4J_PASSWORD', 'GRAPH_JWT_SECRET'] as const;

type Given = Readonly<Record<string, string>>;

/** Puts in the secrets that files hold. Shape: the settings, and a fault for each file that gives none; neither repeats a secret. */
export function readSecretFiles(given: Given): { given: Given; faults: string[] } {
  const read: Record<string, string> = {};
  const faults: string[] = [];
  for (const name of secretSettings) {
    const file = given[`${name}_FILE`];
    if (file === undefined) continue;
    if (given[name] !== undefined) faults.push(`${name} and ${name}_FILE cannot both be set`);
    else {
      const secret = readSecret(file);
      if (secret) read[name] = secret;
      else faults.push(`${name}_FILE names a file that ${secret === '' ? 'is empty' : 'cannot be read'}`);
    }
  }
  return { given: { ...given, ...read }, faults };
}

/** Without the line ends that editors and `echo` leave behind it. */
function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/[\r\n]+$/, '');
  } catch {
    return undefined;
  }
}
