import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent, ClinicalSetting } from '../../index.ts';
import { takeIntent } from './take-intent.ts';

const BY = { name: 'Dr Obi', role: 'GP' };
const PARTS = { rr: 1, spo2: 1, oxygen: 0, sbp: 0, pulse: 1, acvpu: 0, temp: 0 };
const USUAL: ClinicalSetting = { kind: 'usual-news2', parts: PARTS, scale: 1, words: '' };
const TARGET: ClinicalSetting = { kind: 'spo2-target', low: 88, high: 92, words: 'Blood gases, June 2026.' };
const LAST_DAYS: ClinicalSetting = { kind: 'last-days', state: 'set', words: 'Seen on the visit.' };

/** What a page without types, or a port in plain JSON, may hand over. */
function taken(set: unknown, by: unknown = BY, more: object = {}) {
  const intent = { id: 'i1', resident: 'one', pressedAt: '2026-11-21T10:00:00Z' };
  const pressed = { ...intent, what: { kind: 'clinical-setting', set, by, ...more } } as CareIntent;
  return takeIntent(pressed, { intents: [], kept: null }).state;
}

test('C2, C3, C4, C6: a port takes no setting that is not whole, also of a page without types', () => {
  const ended = { ...LAST_DAYS, state: 'ended', words: '' };
  for (const set of [USUAL, TARGET, LAST_DAYS, ended, { ...LAST_DAYS, kind: 'variation' }])
    assert.equal(taken(set), 'taken', JSON.stringify(set));
  const { words: _, ...wordless } = USUAL;
  const wrong: readonly unknown[] = [
    { ...USUAL, scale: 3 },
    { ...USUAL, scale: '1' },
    { ...USUAL, parts: undefined },
    { ...USUAL, parts: null },
    { ...USUAL, parts: { ...PARTS, rr: '1' } },
    wordless,
    { ...TARGET, low: '88' },
    { ...TARGET, words: ['Blood gases'] },
    { ...LAST_DAYS, state: 'over' },
    { ...ended, words: null },
    { ...LAST_DAYS, kind: 'resuscitation' },
    {},
    null,
  ];
  for (const set of wrong) assert.equal(taken(set), 'refused', JSON.stringify(set));
  for (const by of [{ name: 'Dr Obi', role: null }, { name: 7, role: 'GP' }, {}, null])
    assert.equal(taken(USUAL, by), 'refused', JSON.stringify(by));
  for (const ends of ['Observation/a', [7], {}, null])
    assert.equal(taken(LAST_DAYS, BY, { ends }), 'refused', JSON.stringify(ends));
  assert.equal(taken(LAST_DAYS, BY, { ends: ['Observation/a'] }), 'taken');
  assert.equal(taken({ ...LAST_DAYS, until: '2026-12-01' }), 'refused', 'C8');
  assert.equal(taken({ ...LAST_DAYS, kind: 'variation', until: 7 }), 'refused', 'C8');
});
