import { expect, it } from 'vitest';
import { rowsPath } from '../../src/dashboard/components/rows-path.ts';
import { chooseFigures } from '../../src/domain/choose-figures.ts';

const pathOf = (key: string, scope: object): string | undefined =>
  chooseFigures(scope)
    .filter((figure) => figure.key === key)
    .map(rowsPath)[0];

it('every figure opens the page that lists what it counts', () => {
  expect(pathOf('PEOPLE', {})).toBe('/list/people');
  expect(pathOf('EVENTS', { seriesId: 'series:tour' })).toBe(
    `/list/events?given=${encodeURIComponent('{"filter":{"seriesId":"series:tour"}}')}`,
  );
  expect(pathOf('PEOPLE_PRESENT', { eventId: 'event:day' })).toBe('/event/day/roster?kind=PERSON');
  expect(pathOf('ORGANISATIONS_PRESENT', { seriesId: 'series:tour', from: '2025-01-01' })).toBe(
    '/attended?any=series%3Atour%7E%7E2025-01-01&kind=ORGANISATION',
  );
  expect(pathOf('PARTNERS', { organisationId: 'organisation:a' })).toBe('/partnerships?organisation=organisation%3Aa');
  expect(pathOf('FACTS', { organisationId: 'organisation:a', to: '2024-12-31' })).toBe('/timeline?to=2024-12-31&of=organisation%3Aa');
});
