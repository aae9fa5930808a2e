import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fact, known, recordedAs } from '../form/suggest/view.fixtures.ts';
import type { Side } from '../section.ts';
import { saidIn } from './said-in.ts';

const side = (value: string, more: Partial<Side<string>> = {}): Side<string> => ({
  ...fact('2026-11-18'),
  value,
  ...more,
});
const none = { ...fact('2026-11-18'), text: 'No decision about CPR' };

test('a section says its recorded value, or every side of a dispute beside what is not disputed', () => {
  assert.deepEqual(saidIn(recordedAs('DNACPR')), ['DNACPR']);
  const sides = [side('DNACPR'), side('For CPR')];
  assert.deepEqual(saidIn(known({ kind: 'disagree', sides, common: 'ReSPECT' })), [
    'ReSPECT',
    'DNACPR',
    'For CPR',
  ]);
  assert.deepEqual(saidIn(known({ kind: 'disagree', sides, common: null })), ['DNACPR', 'For CPR']);
});

test('a side that says "none" has no value, and neither has what was not recorded or not read', () => {
  const sides = [side('DNACPR'), side('', { none })];
  assert.deepEqual(saidIn(known({ kind: 'disagree', sides, common: null })), ['DNACPR']);
  assert.deepEqual(saidIn(known({ kind: 'recorded-as-none', statements: [none] })), []);
  assert.deepEqual(saidIn(known({ kind: 'not-recorded' })), []);
  assert.deepEqual(saidIn({ state: 'loading' }), []);
  assert.deepEqual(saidIn({ state: 'withheld', why: 'role' }), []);
});
