import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlaceConfiguration } from '../../place/place.ts';
import { NOW, person, recordedAs } from '../../form/suggest/view.fixtures.ts';
import type { CareEvent } from '../../resident/care-event.ts';
import { event, matter, planOf, wordsOf } from '../glance.fixtures.ts';

const home = (time: string): PlaceConfiguration => ({
  id: 'p',
  title: 'Place',
  version: '1',
  owner: 'Owner',
  dated: '2026-01-01',
  signedOff: null,
  homes: [
    {
      id: 'rowan',
      name: 'Rowan Court',
      kind: 'nursing',
      roster: { kind: 'group', id: 'rowan' },
      practice: null,
      round: { weekday: 6, time },
    },
  ],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [],
});
const stay = {
  home: 'Rowan Court',
  room: '4',
  since: '2020',
  kind: 'permanent',
  away: null,
  returned: null,
  ended: null,
} as const;
const identity = recordedAs(person({ stay }));
const plan = (reviewBy: string, ...dues: string[]) =>
  recordedAs(planOf({ reviewBy, actions: dues.map((due) => ({ text: 'weigh', owner: 'Grace', due })) }));

test('the next event within a fortnight is told, and the others are counted', () => {
  assert.deepEqual(wordsOf('coming', { plan: plan('2026-12-02') }), [
    'Coming: review of care plan | 2026-12-02',
  ]);
  assert.deepEqual(wordsOf('coming', { plan: plan('2026-12-02', '2026-12-01', '2026-12-03') }), [
    'Coming: weigh, Grace; 2 more | 2026-12-01',
  ]);
  assert.deepEqual(wordsOf('coming', { plan: plan('2026-12-09') }), []);
});

test('what was promised is coming, and not what was asked', () => {
  const progress = {
    state: 'answered',
    by: 'Dr P. Adeyemi',
    at: '2026-11-21T09:00:00Z',
    promisedBy: '2026-11-21T17:00:00Z',
  } as const;
  const open = recordedAs([matter('2026-11-21', { text: 'Worse than on Wednesday', progress })]);
  assert.deepEqual(wordsOf('coming', { open }), [
    'Coming: what was promised for “Worse than on Wednesday”, Dr P. Adeyemi | 2026-11-21T17:00:00Z',
  ]);
});

test('a planned appointment is coming, and one whose day has passed is not called overdue', () => {
  const visit = (on: string, notDone: CareEvent['notDone']) =>
    recordedAs([{ ...event('visit', on, 'Memory clinic.'), notDone }]);
  const planned = { why: null, planned: true } as const;
  assert.deepEqual(wordsOf('coming', { events: visit('2026-11-24', planned) }), [
    'Coming: Memory clinic | 2026-11-24',
  ]);
  assert.deepEqual(wordsOf('coming', { events: visit('2026-11-24', null) }), []);
  for (const rule of ['coming', 'overdue'] as const)
    assert.deepEqual(wordsOf(rule, { events: visit('2026-11-10', planned) }), []);
});

test('the home’s round comes from the place’s configuration, and today’s only until its time', () => {
  assert.deepEqual(wordsOf('coming', { identity }, { place: home('16:00'), now: NOW }), [
    'Coming: home round 16:00 | 2026-11-21',
  ]);
  assert.deepEqual(wordsOf('coming', { identity }, { place: home('14:00'), now: NOW }), [
    'Coming: home round 14:00 | 2026-11-28',
  ]);
});
