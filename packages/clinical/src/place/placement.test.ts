import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayTakeObservations } from './observers.ts';
import type { HomeConfiguration, PlaceConfiguration } from './place.ts';
import { outcomesIn } from './outcome-words.ts';
import { placementOf } from './placement.ts';
import { withdrawnIn, type WithdrawnContent } from './withdrawn.ts';

const home = (id: string, name: string): HomeConfiguration => ({
  id,
  name,
  kind: 'nursing',
  roster: { kind: 'group', id },
  practice: 'mill',
  inbox: 'mill',
});
const PLACE: PlaceConfiguration = {
  id: 'p',
  title: 'P',
  version: '1',
  owner: 'O',
  dated: '2026-11-01',
  signedOff: null,
  homes: [home('rowan', 'Rowan Court'), home('elm', 'Elm House')],
  practices: [
    { id: 'mill', name: 'Mill Street', inbox: 'mill' },
    { id: 'lake', name: 'Lakeside', inbox: 'lake' },
    { id: 'far', name: 'Far Surgery' },
  ],
  residents: [
    { resident: 'r1', home: 'elm', practice: 'lake' },
    { resident: 'r2', home: 'elm', practice: 'far' },
    { resident: 'r3', home: 'elm' },
  ],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [],
  inboxes: [
    { id: 'mill', title: 'Mill', monitored: [] },
    { id: 'lake', title: 'Lake', monitored: [] },
  ],
};

const where = (resident: string | null, name: string | null) => {
  const { home, practice, inbox } = placementOf(PLACE, resident, name);
  return [home?.id ?? null, practice?.id ?? null, inbox?.id ?? null];
};

test('a resident belongs to the home and practice that the file says, and a matter never goes to another practice', () => {
  assert.deepEqual(where('r1', 'Rowan Court'), ['elm', 'lake', 'lake']);
  assert.deepEqual(where('r3', null), ['elm', 'mill', 'mill']);
  // A practice of their own without an inbox: nobody is told that the home's practice looks.
  assert.deepEqual(where('r2', null), ['elm', 'far', null]);
  assert.deepEqual(where('other', 'Rowan Court'), ['rowan', 'mill', 'mill']);
});

test('of several homes none is guessed', () => {
  assert.deepEqual(where('other', null), [null, null, null]);
  assert.equal(placementOf({ ...PLACE, homes: PLACE.homes.slice(0, 1) }, 'other', null).home?.id, 'rowan');
});

test('observations are offered to those whom the place names, until their day, and to nobody else', () => {
  const place = {
    observers: [
      { kind: 'role', who: 'Nurse', until: null },
      { kind: 'person', who: 'Ana Lima', until: '2026-11-30' },
    ] as const,
  };
  const may = (name: string | null, role: string | null, day = '2026-11-21') =>
    mayTakeObservations(place, { name, role }, day);
  assert.equal(may('Sam', 'nurse'), true);
  assert.equal(may('Sam', 'carer'), false);
  assert.equal(may('Ana Lima', 'carer'), true);
  assert.equal(may('Ana Lima', 'carer', '2026-12-01'), false);
  assert.equal(may(null, null), false);
  assert.equal(mayTakeObservations({}, { name: 'Sam', role: 'nurse' }, '2026-11-21'), false);
  assert.equal(mayTakeObservations(null, { name: 'Sam', role: 'nurse' }, '2026-11-21'), false);
  const blank = { observers: [{ kind: 'role', who: ' ', until: null }] as const };
  assert.equal(mayTakeObservations(blank, { name: 'Sam', role: '' }, '2026-11-21'), false);
});

test('what is withdrawn is so in every version, or in the one that is named; an unknown version counts', () => {
  const one: WithdrawnContent = {
    kind: 'instrument',
    id: 'news2',
    by: 'A',
    on: '2026-11-20',
    why: 'w',
    instead: 'i',
  };
  const all = { withdrawn: [one] };
  assert.equal(withdrawnIn(all, { kind: 'instrument', id: 'news2', version: '2' }), one);
  assert.equal(withdrawnIn(all, { kind: 'instrument', id: 'cfs' }), null);
  assert.equal(withdrawnIn(all, { kind: 'template', id: 'news2' }), null);
  const second = { withdrawn: [{ ...one, version: '2' }] };
  assert.ok(withdrawnIn(second, { kind: 'instrument', id: 'news2', version: '2' }));
  assert.ok(withdrawnIn(second, { kind: 'instrument', id: 'news2' }));
  assert.equal(withdrawnIn(second, { kind: 'instrument', id: 'news2', version: '3' }), null);
  assert.ok(withdrawnIn({ withdrawn: [{ ...one, kind: 'ladder' }] }, { kind: 'ladder', version: '7' }));
  assert.equal(withdrawnIn(null, { kind: 'ladder' }), null);
});

test('an outcome is said in the place’s own words, and means the same', () => {
  const [visit, other] = outcomesIn({ outcomeWords: { worry: { visit: 'A nurse comes' } } }, 'worry');
  assert.deepEqual(visit, { id: 'visit', words: 'A nurse comes', isPromise: true });
  assert.equal(other?.words, 'Another member of the team will help');
  assert.deepEqual(outcomesIn(null, 'worry')[0]?.words, 'Somebody will visit');
});
