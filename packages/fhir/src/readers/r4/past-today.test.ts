import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, value } from '../../record.fixtures.ts';

const cautions = (end: string) =>
  value('alerts', [about('Flag', 'f', { status: 'active', code: { text: 'MRSA' }, period: { end } })])[0]
    ?.cautions;

test('what ended at a moment earlier today is past, and what ends today or later is not', () => {
  assert.deepEqual(cautions('2026-11-21T08:00:00Z'), ['past-its-date']);
  assert.deepEqual(cautions('2026-11-20T23:30:00-05:00'), ['past-its-date']);
  assert.deepEqual(cautions('2026-11-21T18:00:00Z'), []);
  for (const end of ['2026-11-21', '2026-11', '2026']) assert.deepEqual(cautions(end), [], end);
});
