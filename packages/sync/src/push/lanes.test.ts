import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutboxEntry } from '@ehch/store';
import { created, DOCTOR, entry, operation, updated } from './entries.fixtures.ts';
import { placeEntries, type LanesNow } from './lanes.ts';

const NOW: LanesNow = {
  now: 1000,
  dueAt: ({ notBefore }) => notBefore,
  sub: 'nurse',
  busy: new Set(),
  guards: { author: true },
};

/** Intents that may go now, in their order. */
const due = (entries: readonly OutboxEntry[], at: Partial<LanesNow> = {}): readonly string[] =>
  placeEntries(entries, { ...NOW, ...at }).flatMap(({ entry: { intent }, standing }) =>
    standing === 'due' ? [intent] : [],
  );

test('P4: within a resident the order of the presses holds; other residents go at the same time', () => {
  const entries = [
    entry(1, operation('a')),
    entry(2, operation('b')),
    entry(3, operation('c', { resident: 'bert' })),
  ];
  assert.deepEqual(due(entries), ['a', 'c']);
  assert.deepEqual(due(entries, { busy: new Set([1]) }), ['c']);
});

for (const state of ['conflict', 'rejected', 'held'] as const) {
  test(`P4 (30): an entry that is ${state} stops only its own resource and what depends on it`, () => {
    const plan = [updated('CarePlan', 'plan', [])];
    const entries = [
      entry(1, operation('bad', { parts: plan }), { state }),
      entry(2, operation('same', { parts: plan })),
      entry(3, operation('child', { dependsOn: ['bad'] })),
      entry(4, operation('free')),
    ];
    assert.deepEqual(due(entries), ['free']);
  });
}

test('P4: an entry that waits for its next try keeps its place', () => {
  const entries = [entry(1, operation('a'), { state: 'unknown', notBefore: 5000 }), entry(2, operation('b'))];
  assert.deepEqual(due(entries), []);
});

test('P6: escalations go before everything, also before what waits in their own resident’s lane', () => {
  const entries = [
    entry(1, operation('a'), { state: 'unknown', notBefore: 5000 }),
    entry(2, operation('b', { resident: 'bert' })),
    entry(3, operation('worry', { class: 'escalation' })),
  ];
  assert.deepEqual(due(entries), ['worry', 'b']);
});

test('P5 (24): in another person’s session only escalations go', () => {
  const entries = [
    entry(1, operation('a')),
    entry(2, operation('b', { author: DOCTOR, parts: [created('Observation', 'other')] })),
    entry(3, operation('worry', { class: 'escalation' })),
  ];
  assert.deepEqual(due(entries, { sub: 'doctor' }), ['worry', 'b']);
  assert.deepEqual(due(entries, { sub: null }), []);
});

test('an entry that cannot be read is listed, and stops nobody', () => {
  const entries = [entry(1, null), entry(2, operation('a'))];
  assert.deepEqual(due(entries), ['a']);
  assert.ok(placeEntries(entries, NOW).some(({ standing }) => standing === 'unreadable'));
});
