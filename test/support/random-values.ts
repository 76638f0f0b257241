import fc, { type GeneratorValue } from 'fast-check';
import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredInputField } from 'graphql';

/** A value twice: as it is written in a question, and as it is sent for a variable. */
export interface RandomValue {
  readonly literal: string;
  readonly json: unknown;
}

/** A number from 0 to one; fast-check would rather give the ends, which are the faults here. */
export const upTo = (max: number): fc.Arbitrary<number> => fc.noBias(fc.nat(max));

/** What must stand in no log. */
export const canary = 'Kanarienvogel-0815';

const ids = [
  'person:fan-daiming',
  'person:piao-haozhe',
  'event:cchio-2024-science-popularisation-congress',
  'event:caca-guidelines-china-tour-yingkou-2025',
  'organisation:china-anti-cancer-association',
  'source:cchio-2024-science-popularisation-report',
  'person:nobody',
  `person:${canary}`,
];
const texts = [
  canary,
  '樊代明',
  'fan',
  '𠮷㛃',
  '\\',
  "x' }) DETACH DELETE n //",
  'x`})-[r]->() RETURN r //',
  '*:*',
  'a* OR x~ (',
  '__proto__',
  '<img src=x onerror=alert(1)>',
  '=1+1',
  '2024-11-14',
  '2024-02-30',
  'W10',
  'x'.repeat(100),
];
const hostile = [...texts, '', ' ', '\0', '\u202e', '\ud800', '\n"', 'YXJyYXljb25uZWN0aW9uOjE=', '樊'.repeat(600)];
const days = ['2024-11-14', '2025-04-22', '2024-01-01', '2031-12-31'];
const oddDays = ['2024-02-30', '2024', '0000-00-00', '99999-01-01', ''];
const numbers = [0, 1, 2, 3, 5, 10, 20, 50, 100, 101, -1, 2 ** 31 - 1, -(2 ** 31), 1.5, 1e300];

const written = (json: unknown): RandomValue => ({ literal: JSON.stringify(json), json });

/** Values of input types; of a faulty question some are wrong. */
export function randomValue(gen: GeneratorValue, faulty: boolean, type: GraphQLInputType, depth = 0): RandomValue {
  const chance = (percent: number): boolean => gen(upTo, 99) < percent;
  const oneOf = <T>(items: readonly T[]): T => items[gen(upTo, items.length - 1)] as T;
  if (faulty && chance(4)) return written(oneOf<unknown>([null, 'word', 7, true, [], {}, { [canary]: 1 }, ['a', null], ...hostile]));
  if (isNonNullType(type)) return randomValue(gen, faulty, type.ofType, depth);
  if (isListType(type)) {
    const item = type.ofType;
    const items = Array.from({ length: faulty && chance(3) ? 260 : gen(upTo, 3) }, () => randomValue(gen, faulty, item, depth + 1));
    return { literal: `[${items.map(({ literal }) => literal).join(', ')}]`, json: items.map(({ json }) => json) };
  }
  if (isEnumType(type)) {
    const { name } = oneOf(type.getValues());
    return { literal: name, json: name };
  }
  if (isInputObjectType(type)) {
    const all = Object.values(type.getFields());
    const some = all.filter((field) => isRequiredInputField(field) || (depth <= 3 && chance(30)));
    return objectOf((type.isOneOf ? [oneOf(all)] : some).map((field) => [field.name, randomValue(gen, faulty, field.type, depth + 1)]));
  }
  return written(randomScalar(type.name, faulty ? hostile : texts, (percent) => faulty && chance(percent), oneOf));
}

const objectOf = (fields: readonly (readonly [string, RandomValue])[]): RandomValue => ({
  literal: `{ ${fields.map(([name, { literal }]) => `${name}: ${literal}`).join(', ')} }`,
  json: Object.fromEntries(fields.map(([name, { json }]) => [name, json])),
});

function randomScalar(
  name: string,
  strings: readonly string[],
  odd: (percent: number) => boolean,
  oneOf: <T>(items: readonly T[]) => T,
): unknown {
  if (name === 'ID') return odd(15) ? oneOf(strings) : oneOf(ids);
  if (name === 'Day') return odd(30) ? oneOf(oddDays) : oneOf(days);
  if (name === 'Boolean') return oneOf([true, false]);
  if (name === 'Int' || name === 'Float') return odd(20) ? oneOf(numbers) : oneOf([1, 2, 3, 5]);
  return oneOf(strings);
}
