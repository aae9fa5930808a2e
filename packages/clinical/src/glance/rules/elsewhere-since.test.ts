import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SECTION_ORDER } from '../../resident/sections.ts';
import type { Section } from '../../section.ts';
import { fact, known, medicine, NOW, recordedAs, viewWith } from '../../form/suggest/view.fixtures.ts';
import type { Alert } from '../../resident/alert.ts';
import { atAGlance, event, limitsOf, matter, planOf, wordsOf } from '../glance.fixtures.ts';

const alert = (on: string | null): Alert => ({
  ...fact(on),
  kind: 'infection',
  text: 'MRSA',
  until: null,
});
const alerts = (on: string | null) => ({ alerts: recordedAs([alert(on)]) });

test('"nothing new" is not said while any section is not known, and that section is named', () => {
  const states: readonly Section<never>[] = [
    { state: 'failed', error: { code: 'timeout' }, at: NOW },
    { state: 'withheld', why: 'role' },
    { state: 'loading' },
    known({ kind: 'not-recorded' }, { freshness: 'stale' }),
    known({ kind: 'not-recorded' }, { gaps: [{ why: 'failed', what: 'entries' }] }),
  ];
  for (const section of states)
    for (const name of SECTION_ORDER) {
      assert.deepEqual(wordsOf('nothing-new', { [name]: section }), [], `${name} ${section.state}`);
      assert.equal(wordsOf('not-known', { [name]: section }).length, 1, `${name} ${section.state}`);
    }
});

test('a new alert, message or plan entry counts as new, whether or not another change does', () => {
  assert.deepEqual(wordsOf('elsewhere-since', alerts('2026-11-18')), ['New: 1 alert | 2026-11-18']);
  for (const sections of [
    alerts('2026-11-18'),
    { open: recordedAs([matter('2026-11-18')]) },
    { plan: recordedAs({ ...planOf({ on: '2026-11-18' }) }) },
  ])
    assert.deepEqual(wordsOf('nothing-new', sections), []);
});

test('an older, undated or future fact is not new', () => {
  for (const on of ['2026-11-01', null, '2026-12-01']) {
    assert.deepEqual(wordsOf('elsewhere-since', alerts(on)), []);
    assert.equal(wordsOf('nothing-new', alerts(on)).length, 1);
  }
});

test('the same-name warning, which nobody recorded, is never new', () => {
  const namesake = { ...alert('2026-11-21'), kind: 'same-name' } as const;
  assert.equal(wordsOf('nothing-new', { alerts: recordedAs([namesake]) }).length, 1);
});

test('an unanswered matter is told only by its own line', () => {
  assert.deepEqual(wordsOf('elsewhere-since', { open: recordedAs([matter('2026-11-18')]) }), []);
});

test('a hidden line comes back when the date of its fact changes', () => {
  const keyOf = (on: string) =>
    atAGlance({
      view: viewWith({ events: recordedAs([{ ...event('fall', on), id: 'f' }]) }),
      since: '2026-11-12',
      now: NOW,
    })?.lines.find(({ rule }) => rule === 'events-since')?.key;
  assert.notEqual(keyOf('2026-11-18'), keyOf('2026-11-19'));
  const dueKey = (due: string) =>
    atAGlance({
      view: viewWith({ plan: recordedAs(planOf({ reviewBy: due })) }),
      since: null,
      now: NOW,
    })?.lines.find(({ rule }) => rule === 'coming')?.key;
  assert.notEqual(dueKey('2026-11-25'), dueKey('2026-11-26'));
});

test('a plan for the last days that is dated in the future silences no score', () => {
  const limits = recordedAs(limitsOf({ lastDays: { ...fact('2027-11-19'), text: 'Comfort.' } }));
  assert.deepEqual(wordsOf('last-days', { limits }), []);
});

test('a change known only by its year may lie before the last look, and says so', () => {
  const fall = recordedAs([event('fall', '2026')]);
  assert.match(wordsOf('events-since', { events: fall })[0] ?? '', /perhaps before/);
  const medicines = recordedAs({
    medicines: [{ ...medicine('regular'), started: '2026-11-18' }],
    reviewed: null,
  });
  assert.doesNotMatch(wordsOf('medicines-since', { medicines })[0] ?? '', /perhaps before/);
});
