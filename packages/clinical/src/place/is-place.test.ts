import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPlace } from './is-place.ts';

const PLACE = {
  id: 'dale',
  title: 'Dale',
  version: '1',
  owner: 'An area',
  dated: '2026-11-21',
  signedOff: null,
  homes: [],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [{ id: 'practice', name: 'A practice', phone: '01632 960200', hours: [] }],
};

test('what has everything that each place has is a place', () => {
  assert.equal(isPlace(PLACE), true);
  assert.equal(isPlace({ ...PLACE, signedOff: { by: 'A. Safety', on: '2026-11-20' } }), true);
});

test('a part of a place, its text, its promise, and what holds it are no place', () => {
  for (const name of Object.keys(PLACE)) {
    const { [name]: _, ...rest } = PLACE as Record<string, unknown>;
    assert.equal(isPlace(rest), false, name);
  }
  for (const other of [
    { place: PLACE, faults: [] },
    JSON.stringify(PLACE),
    Promise.resolve(PLACE),
    null,
    undefined,
    [],
  ])
    assert.equal(isPlace(other), false);
  assert.equal(isPlace({ ...PLACE, contacts: [{ id: 'practice' }] }), false);
  for (const none of [null, undefined, 'rowan', 7]) assert.equal(isPlace({ ...PLACE, homes: [none] }), false);
  for (const none of [null, undefined, {}, 20_261_225])
    assert.equal(isPlace({ ...PLACE, bankHolidays: ['2026-12-25', none] }), false);
});
