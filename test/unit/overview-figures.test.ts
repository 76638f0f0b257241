import { describe, expect, it } from 'vitest';
import { chooseFigures } from '../../src/domain/choose-figures.ts';

const keys = (scope: object) => chooseFigures(scope).map(({ key }) => key);

describe('the figures of a scope', () => {
  it('are all that can be counted where none is given, with questions that narrow nothing', () => {
    const figures = chooseFigures({});
    expect(figures.map(({ key }) => key).join(' ')).toBe(
      'PEOPLE ORGANISATIONS EVENT_SERIES EVENTS AGREEMENTS WORKS PROJECTS HONOURS PLACES SOURCES FACTS',
    );
    expect(figures.every(({ variables }) => Object.keys(variables).length === 0)).toBe(true);
  });

  it('are those that every part of it narrows', () => {
    const [organisationId, eventId, seriesId, from] = ['organisation:a', 'event:b', 'series:c', '2024-01-01'];
    expect(keys({ organisationId }).join(' ')).toBe(
      'PEOPLE ORGANISATIONS EVENT_SERIES EVENTS AGREEMENTS PARTNERS WORKS PROJECTS HONOURS SOURCES FACTS',
    );
    expect(keys({ eventId }).join(' ')).toBe(
      'PEOPLE ORGANISATIONS PEOPLE_PRESENT ORGANISATIONS_PRESENT EVENTS AGREEMENTS WORKS PROJECTS HONOURS PLACES FACTS',
    );
    expect(keys({ seriesId, from }).join(' ')).toBe('PEOPLE_PRESENT ORGANISATIONS_PRESENT EVENTS AGREEMENTS FACTS');
    expect(keys({ from }).join(' ')).toBe('EVENTS AGREEMENTS SOURCES');
    // Facts that tie either of two are not facts that tie both.
    expect(keys({ organisationId, eventId, from }).join(' ')).toBe('EVENTS AGREEMENTS');
  });

  it('come with the arguments of the question that lists them', () => {
    const scope = { organisationId: 'organisation:a', eventId: null, to: '2024-12-31' };
    expect(chooseFigures(scope)).toEqual([
      { key: 'EVENTS', field: 'events', variables: { filter: { organisationId: 'organisation:a', to: '2024-12-31' } } },
      { key: 'AGREEMENTS', field: 'agreements', variables: { filter: { partyIds: ['organisation:a'], signedTo: '2024-12-31' } } },
      { key: 'SOURCES', field: 'sources', variables: { filter: { organisationId: 'organisation:a', to: '2024-12-31' } } },
      { key: 'FACTS', field: 'timeline', variables: { entityIds: ['organisation:a'], to: '2024-12-31' } },
    ]);
  });
});
