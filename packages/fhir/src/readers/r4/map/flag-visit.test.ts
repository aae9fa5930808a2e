import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, value, type Json } from '../../../record.fixtures.ts';

const flag = (text: string) =>
  about('Flag', 'f', {
    status: 'active',
    code: { text },
    encounter: { reference: 'Encounter/e', display: 'Ward 4' },
  });
const visit = (status: string, period: Json) =>
  about('Encounter', 'e', { status, class: { code: 'IMP' }, type: [{ text: 'Ward stay' }], period });
const OVER = visit('finished', { start: '2026-01-01', end: '2026-01-02' });
const RUNS = visit('in-progress', { start: '2026-11-01' });
const NOTE = 'for a visit that is over, not in force today';

test('a flag that was raised for a visit is over with it: R4 says that it is only relevant during that', () => {
  for (const text of ['Not for CPR', 'Not for hospital admission'])
    assert.deepEqual(
      value('limits', [flag(text), OVER]).decisions.map((one) => one.text),
      [`${text}: ${NOTE}`],
    );
  const [alert] = value('alerts', [flag('Bites'), OVER]);
  assert.deepEqual([alert?.text, alert?.cautions], ['Bites (for a visit that is over)', ['past-its-date']]);
});

test('while the visit goes on, or where it did not arrive, the flag stands and names it', () => {
  for (const [others, text] of [
    [[RUNS], 'Ward stay'],
    [[], 'Ward 4'],
  ] as const) {
    const [decision] = value('limits', [flag('Not for CPR'), ...others]).cpr;
    assert.deepEqual(
      [decision?.decision, decision?.more],
      ['do-not-attempt', [{ name: 'only for the visit', text }]],
    );
  }
});
