import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayTakeObservations } from './observers.ts';

const PLACE = {
  observers: [
    { kind: 'role', who: 'Nurse', until: null },
    { kind: 'person', who: 'Sam Okafor', until: '2026-11-20' },
  ],
} as const;

test('observations are taken by whom the place names, by role or person, until the day that it says', () => {
  const may = (name: string | null, role: string | null, today = '2026-11-20') =>
    mayTakeObservations(PLACE, { name, role }, today);
  assert.equal(may('Ines Duarte', 'nurse'), true);
  assert.equal(may('Sam Okafor', 'carer'), true);
  assert.equal(may('Sam Okafor', 'carer', '2026-11-21'), false);
  assert.equal(may('Ana Lima', 'carer'), false);
  assert.equal(may('Nurse', 'carer'), false, 'a name is no role');
  assert.equal(may(null, null), false);
});

test('where nobody is named, nobody is offered the step', () => {
  assert.equal(mayTakeObservations({}, { name: 'Ines Duarte', role: 'nurse' }, '2026-11-20'), false);
  assert.equal(mayTakeObservations(null, { name: 'Ines Duarte', role: 'nurse' }, '2026-11-20'), false);
  assert.equal(mayTakeObservations(PLACE, null, '2026-11-20'), false);
});
