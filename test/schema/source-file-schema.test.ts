import { expect, it } from 'vitest';
import { z } from 'zod';
import { sourceFile } from '../../src/domain/source-file.ts';

it('the published JSON Schema of source files is the one that imports are checked with', async () => {
  const schema = z.toJSONSchema(sourceFile, { io: 'input', unrepresentable: 'any' });
  await expect(`${JSON.stringify(schema, null, 1)}\n`).toMatchFileSnapshot('../../docs/source-file.schema.json');
});
