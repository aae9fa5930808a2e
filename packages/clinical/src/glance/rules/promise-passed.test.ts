import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordedAs } from '../../form/suggest/view.fixtures.ts';
import { linesOf, matter, wordsOf } from '../glance.fixtures.ts';

const passed = {
  state: 'answered',
  by: 'Dr P. Adeyemi',
  at: '2026-11-20T09:00:00Z',
  promisedBy: '2026-11-21T14:00:00Z',
} as const;
const promised = (promisedBy: string | null) => ({
  open: recordedAs([matter('2026-11-20', { progress: { ...passed, promisedBy } })]),
});

test('a matter waits again once its promised time has passed, and not before', () => {
  assert.deepEqual(wordsOf('promise-passed', promised('2026-11-21T14:00:00Z')), [
    'Promise has passed: Dr P. Adeyemi said by 21-Nov-2026 14:00 | 2026-11-21T14:00:00Z',
  ]);
  assert.deepEqual(wordsOf('promise-passed', promised('2026-11-21T15:00:00Z')), []);
  assert.deepEqual(wordsOf('promise-passed', promised(null)), []);
});

test('the words of whoever asked stand with the promise, under their name or at least their role', () => {
  const quoteOf = (by: { name: string | null; role: string | null } | null) => {
    const open = recordedAs([matter('2026-11-20', { by, progress: passed })]);
    return linesOf({ open }).find(({ rule }) => rule === 'promise-passed')?.quote;
  };
  const text = 'Not herself since last night.';
  assert.deepEqual(quoteOf({ name: 'Grace Mensah', role: 'carer' }), { text, by: 'Grace Mensah' });
  assert.deepEqual(quoteOf({ name: null, role: 'carer' }), { text, by: 'carer' });
  assert.deepEqual(quoteOf(null), { text, by: null });
});

test('a passed promise is not told a second time as overdue', () => {
  assert.deepEqual(wordsOf('overdue', promised('2026-11-18T14:00:00Z')), []);
});
