import { type GraphQLNamedType, type GraphQLSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { factKinds } from '../../src/domain/facts.ts';
import * as words from '../../src/domain/vocabulary.ts';
import { buildSchema } from '../../src/schema/build-schema.ts';
import { printPublicSchema } from '../../src/schema/print-public-schema.ts';

interface Described {
  readonly name: string;
  readonly description?: string | null;
  readonly args?: readonly Described[];
}

let schema: GraphQLSchema;

beforeAll(async () => {
  // The library's own check of the definitions is part of the test.
  ({ schema } = await buildSchema({ validate: true }));
});

const ownTypes = () => Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));

describe('the public schema', () => {
  it('is the one printed in docs/schema.graphql', async () => {
    await expect(printPublicSchema(schema)).toMatchFileSnapshot('../../docs/schema.graphql');
  });

  it('changes nothing', () => {
    expect(schema.getMutationType() ?? null).toBeNull();
    expect(schema.getSubscriptionType() ?? null).toBeNull();
  });

  it('shows no root field of the library', () => {
    const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
    expect(fields.flatMap((field) => field.args.filter((arg) => arg.name === 'where').map(() => field.name))).toEqual([]);
    expect(fields.map((field) => field.name)).not.toContain('positions');
  });

  it('has no argument whose cost grows with its value', () => {
    const fields = ownTypes()
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()));
    expect(fields.filter((field) => field.args.some((arg) => arg.name === 'offset')).map((field) => field.name)).toEqual([]);
  });
});

describe('descriptions', () => {
  it('stand at every type, field, argument and enum value', () => {
    expect(ownTypes().flatMap(undescribed)).toEqual([]);
  });

  it('have the Chinese term beside the English', () => {
    const scalars = ['Boolean', 'Float', 'ID', 'Int', 'String'];
    const types = ownTypes().filter((type) => !scalars.includes(type.name));
    expect(types.filter((type) => !/\p{Script=Han}/u.test(type.description ?? '')).map((type) => type.name)).toEqual([]);
  });
});

function undescribed(type: GraphQLNamedType): string[] {
  const inner: readonly Described[] = isEnumType(type)
    ? [...type.getValues()]
    : isObjectType(type) || isInputObjectType(type)
      ? Object.values(type.getFields())
      : [];
  const missing = inner.flatMap((item) => {
    const args = (item.args ?? []).filter((arg) => !arg.description).map((arg) => `${type.name}.${item.name}(${arg.name})`);
    return item.description ? args : [`${type.name}.${item.name}`, ...args];
  });
  return type.description ? missing : [type.name, ...missing];
}

const vocabularies = {
  EntityKind: words.entityKinds,
  PersonKind: words.personKinds,
  OrganisationKind: words.organisationKinds,
  EventSeriesKind: words.eventSeriesKinds,
  EventKind: words.eventKinds,
  AgreementKind: words.agreementKinds,
  HonourKind: words.honourKinds,
  WorkKind: words.workKinds,
  ProjectKind: words.projectKinds,
  PlaceKind: words.placeKinds,
  SourceKind: words.sourceKinds,
  FactKind: factKinds,
  EventRole: words.eventRoles,
  OrganisingRole: words.organisingRoles,
  CreditRole: words.creditRoles,
  PositionStatus: words.positionStatuses,
  MembershipKind: words.membershipKinds,
  Status: words.statuses,
  StatementProperty: words.statementProperties,
  Metric: words.metrics,
  Comparator: words.comparators,
  Mode: words.modes,
  RemarkKind: words.remarkKinds,
  PartOfBasis: words.partOfBases,
  Completeness: words.completenesses,
  Certainty: words.certainties,
  Stance: words.stances,
  NameStatus: words.nameStatuses,
};

describe('enums', () => {
  it.each(Object.entries(vocabularies))('%s has the words of the vocabulary', (name, vocabulary) => {
    const type = schema.getType(name);
    expect(isEnumType(type) && type.getValues().map((value) => value.name)).toEqual(Object.keys(vocabulary));
  });
});
