import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldEdit, FieldValue, Json, PathStep } from '@ehch/store';
import { decideEdits, decideOnChanged } from './decide-edits.ts';

const is = (value: Json): FieldValue => ({ is: 'value', value });
const edit = (path: readonly PathStep[], from: Json, to: Json): FieldEdit => ({
  path,
  from: is(from),
  to: is(to),
});

const PLAN = {
  resourceType: 'CarePlan',
  id: 'plan',
  meta: { versionId: '1' },
  status: 'active',
  activity: [
    { id: 'walk', detail: { status: 'in-progress', description: 'Walk daily' } },
    { id: 'food', detail: { status: 'in-progress', description: 'Fortified diet' } },
  ],
  note: [{ authorString: 'Nurse Day', time: '2026-11-01T09:00:00Z', text: 'Eats well' }],
};
const base = JSON.stringify(PLAN);
const changed = (change: (plan: typeof PLAN) => void): string => {
  const plan = structuredClone(PLAN);
  plan.meta.versionId = '2';
  change(plan);
  return JSON.stringify(plan);
};
const walk = edit(['activity', { key: 'walk' }, 'detail', 'description'], 'Walk daily', 'Walk twice a day');

test('P7: a field that is still as the person saw it is safe', () => {
  const decision = decideEdits([walk], base);
  assert.equal(decision.state === 'safe' && decision.body, base.replace('Walk daily', 'Walk twice a day'));
});

test('P7: a field that is no longer what the person saw is a conflict', () => {
  const decision = decideEdits([walk], base.replace('Walk daily', 'Bed rest'));
  assert.deepEqual(decision, { state: 'conflict', paths: ['activity[walk].detail.description'] });
});

test('P8: a value that is already there needs no write', () => {
  assert.deepEqual(decideEdits([walk], base.replace('Walk daily', 'Walk twice a day')), { state: 'already' });
});

test('P7: edits that build on each other are judged in their order', () => {
  const again = edit(walk.path, 'Walk twice a day', 'Walk with a frame');
  assert.equal(decideEdits([walk, again], base).state, 'safe');
});

const note = edit(['note'], PLAN.note, [...PLAN.note, { authorString: 'Nurse Night', text: 'Slept' }]);
const newNote: FieldEdit = {
  path: ['note', { key: 'Nurse Night||Slept' }],
  from: { is: 'absent' },
  to: is({ authorString: 'Nurse Night', text: 'Slept' }),
};

for (const [what, edits, theirs, expected] of [
  [
    'the same field',
    [walk],
    changed((plan) => (plan.activity[0]!.detail.description = 'Bed rest')),
    'conflict',
  ],
  [
    'another field of one activity',
    [walk],
    changed((plan) => (plan.activity[0]!.detail.status = 'stopped')),
    'conflict',
  ],
  [
    'another activity',
    [walk],
    changed((plan) => (plan.activity[1]!.detail.description = 'Soft diet')),
    'merged',
  ],
  [
    'a note beside an activity',
    [newNote],
    changed((plan) => (plan.activity[1]!.detail.description = 'Soft')),
    'merged',
  ],
  ['a note beside the status', [newNote], changed((plan) => (plan.status = 'completed')), 'conflict'],
  ['nothing but what the server writes', [note], changed(() => {}), 'merged'],
] as const) {
  test(`P10: two people change one care plan: ${what} → ${expected}`, () => {
    assert.equal(decideOnChanged('CarePlan', edits, base, theirs).state, expected);
  });
}

test('P10: a medicine that somebody has changed since always goes to a person', () => {
  const body = JSON.stringify({ resourceType: 'MedicationRequest', id: 'm', note: [], status: 'active' });
  const theirs = JSON.stringify({
    resourceType: 'MedicationRequest',
    id: 'm',
    note: [],
    status: 'active',
    priority: 'asap',
  });
  const stop = [edit(['status'], 'active', 'stopped')];
  assert.equal(decideOnChanged('MedicationRequest', stop, body, theirs).state, 'conflict');
});

test('P10: if the version that the person saw cannot be read any more, a person decides', () => {
  assert.equal(decideOnChanged('CarePlan', [walk], null, base).state, 'conflict');
});
