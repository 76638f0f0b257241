import fc, { type GeneratorValue } from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { randomValue, upTo } from './random-values.ts';

/** What is posted to `/graphql`. */
export interface RandomQuestion {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
}

const sizes = new Set(['first', 'limit', 'maxNodes']);

/** Random questions of a schema, good ones and others: nested, with aliases, fragments, directives, variables, and now and then a fault of each kind. */
export const randomQuestions = (schema: GraphQLSchema): fc.Arbitrary<RandomQuestion> =>
  fc.gen().map((gen) => new Writer(gen, schema).write());

/** Random good questions that begin at a field, given with its arguments, which answers with a type: of what is ours, and now and then of the library's neighbours. */
export const randomQuestionsAt = (schema: GraphQLSchema, field: string, type: string): fc.Arbitrary<RandomQuestion> =>
  fc.gen().map((gen) => new Writer(gen, schema, false).writeAt(field, schema.getType(type) as GraphQLObjectType));

/** Writes one question; what it needs besides its fields is gathered on the way. */
class Writer {
  readonly #gen: GeneratorValue;
  readonly #schema: GraphQLSchema;
  readonly #variables: Record<string, unknown> = {};
  readonly #definitions: string[] = [];
  readonly #fragments: string[] = [];
  /** Half of the questions shall be good ones. */
  readonly #faulty: boolean;
  #deepest: number;
  #ours = false;

  constructor(gen: GeneratorValue, schema: GraphQLSchema, faulty?: boolean) {
    this.#gen = gen;
    this.#schema = schema;
    this.#faulty = faulty ?? this.#chance(50);
    this.#deepest = 1 + gen(upTo, this.#faulty ? 11 : 4);
  }

  write(): RandomQuestion {
    const root = this.#schema.getQueryType() as GraphQLObjectType;
    const selection = this.#selection(root, 0);
    const head =
      this.#definitions.length > 0
        ? `query Q(${this.#definitions.join(', ')})`
        : this.#fault(10)
          ? 'mutation Q'
          : this.#oneOf(['query Q', '']);
    const text = [`${head} ${selection}`, ...this.#fragments].join('\n');
    const operationName = this.#fault(5) ? 'Other' : undefined;
    return { query: this.#fault(8) ? this.#damage(text) : text, variables: this.#variables, operationName };
  }

  writeAt(field: string, type: GraphQLObjectType): RandomQuestion {
    this.#ours = this.#chance(80);
    this.#deepest = 2 + this.#gen(upTo, 7);
    const selection = this.#selection(type, 1);
    const definitions = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : '';
    return { query: [`query Q${definitions} { ${field} ${selection} }`, ...this.#fragments].join('\n'), variables: this.#variables };
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(({ args }) => !this.#ours || !args.some(({ name }) => name === 'where'));
    const plain = fields.filter((field) => !isObjectType(getNamedType(field.type)));
    const among = depth >= this.#deepest ? plain : fields;
    const count = 1 + this.#gen(upTo, this.#faulty || depth > 1 ? 3 : 1);
    // Questions of our own lists go deep rather than broad.
    const nested = this.#ours ? among.filter((field) => !plain.includes(field)) : [];
    const chosen = [...this.#some(count, nested.length > 0 ? plain : among), ...this.#some(1 + this.#gen(upTo, 1), nested)];
    const parts = chosen.length === 0 || this.#chance(4) ? ['__typename'] : chosen.map((field) => this.#field(field, depth));
    if (this.#fault(3)) parts.push(this.#oneOf(['__typename', 'nothing', '__schema { types { name } }', '...Nobody', '@skip']));
    return `{ ${parts.map((part) => this.#wrap(part, type)).join(' ')} }`;
  }

  /** Puts a field into a fragment, or leaves it. */
  #wrap(part: string, type: GraphQLNamedType): string {
    if (this.#chance(5)) return `... on ${type.name} { ${part} }`;
    if (!this.#chance(4)) return part;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${type.name} { ${part} }`);
    return `...${name}${this.#chance(20) ? ` ...${name}` : ''}`;
  }

  #field({ name, args, type }: ReturnType<GraphQLObjectType['getFields']>[string], depth: number): string {
    const given = args.filter((argument) => (isRequiredArgument(argument) ? !this.#fault(3) : this.#isGiven(argument)));
    const written = given.map((argument) => this.#argument(argument));
    const alias = this.#chance(50) ? `a${this.#gen(upTo, 1_000_000)}: ` : '';
    const directive = this.#chance(3)
      ? this.#oneOf([' @skip(if: true)', ' @include(if: false)', ' @include(if: $none)', ' @deprecated'])
      : '';
    const named = getNamedType(type);
    const below = isObjectType(named) ? ` ${this.#selection(named, depth + 1)}` : '';
    return `${alias}${name}${written.length > 0 ? `(${written.join(', ')})` : ''}${directive}${below}`;
  }

  #isGiven({ name }: GraphQLArgument): boolean {
    if (name === 'after') return this.#fault(20);
    return this.#chance(sizes.has(name) ? 90 : 15);
  }

  #argument({ name, type }: GraphQLArgument): string {
    const { literal, json } = randomValue(this.#gen, this.#faulty, type);
    if (!this.#chance(35)) return `${name}: ${literal}`;
    const variable = `v${this.#definitions.length}`;
    this.#definitions.push(`$${variable}: ${this.#fault(8) ? 'String' : type}${this.#fault(8) ? ` = ${literal}` : ''}`);
    if (!this.#fault(8)) this.#variables[variable] = json;
    return `${name}: $${variable}`;
  }

  /** Cuts a text, or writes something into it. */
  #damage(text: string): string {
    const at = this.#gen(upTo, text.length);
    return this.#chance(50) ? text.slice(0, at) : `${text.slice(0, at)}${this.#gen(fc.string)}${text.slice(at)}`;
  }

  #some<T>(count: number, items: readonly T[]): T[] {
    return items.length === 0 ? [] : Array.from({ length: count }, () => this.#oneOf(items));
  }

  #fault(percent: number): boolean {
    return this.#faulty && this.#chance(percent);
  }

  #chance(percent: number): boolean {
    return this.#gen(upTo, 99) < percent;
  }

  #oneOf<T>(items: readonly T[]): T {
    return items[this.#gen(upTo, items.length - 1)] as T;
  }
}
