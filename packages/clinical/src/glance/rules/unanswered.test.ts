import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caution } from '../../recorded.ts';
import { fact, recordedAs } from '../../form/suggest/view.fixtures.ts';
import { limitsOf, linesOf, matter, planOf, wordsOf } from '../glance.fixtures.ts';

const open = (...matters: ReturnType<typeof matter>[]) => ({ open: recordedAs(matters) });
const words = (...matters: ReturnType<typeof matter>[]) => wordsOf('unanswered', open(...matters));

test('a worry says how long nobody has answered', () => {
  assert.deepEqual(words(matter('2026-11-21T13:02:00Z')), [
    'Worry, not answered for 1hr 18min | 2026-11-21T13:02:00Z',
  ]);
  assert.deepEqual(words(matter('2026-11-17')), ['Worry, not answered for 4 days | 2026-11-17']);
});

test('seen and on hold are not answered, and an unknown progress is called neither', () => {
  const at = '2026-11-21T13:20:00Z';
  const seen = matter(at, { progress: { state: 'seen', by: 'Priya Nair', at } });
  const held = matter(at, { progress: { state: 'on-hold', why: null } });
  const unknown = matter(at, { progress: { state: 'unknown' } });
  assert.match(words(seen)[0] ?? '', /^Worry, seen, not answered for 1hr/);
  assert.match(words(held)[0] ?? '', /^Worry, on hold, not answered for 1hr/);
  assert.match(words(unknown)[0] ?? '', /^Worry, not known whether answered \|/);
});

test('an answered matter is not told, and an action only if it is urgent', () => {
  const answered = { state: 'answered', by: null, at: null, promisedBy: null } as const;
  assert.deepEqual(words(matter('2026-11-20', { progress: answered })), []);
  assert.deepEqual(words(matter('2026-11-20', { kind: 'action', urgency: 'routine' })), []);
  assert.equal(words(matter('2026-11-20', { kind: 'action', urgency: 'asap' })).length, 1);
});

test('a proposal is no request: nobody waits for its answer, and nothing of it is due', () => {
  const proposal = matter('2026-11-20', {
    kind: 'action',
    urgency: 'stat',
    due: '2026-11-20',
    proposed: true,
  });
  assert.deepEqual(words(proposal), []);
  assert.deepEqual(wordsOf('overdue', open(proposal)), []);
  assert.deepEqual(wordsOf('elsewhere-since', open(proposal)), ['New: 1 proposal | 2026-11-20']);
  const request = matter('2026-11-19', { id: 'r', kind: 'action' });
  assert.deepEqual(wordsOf('elsewhere-since', open(proposal, request)), [
    'New: 1 proposal and 1 request | 2026-11-20',
  ]);
});

test('a date before the birth, or one that contradicts itself, is no time of waiting', () => {
  const cautions = ['before-birth'] as const;
  assert.deepEqual(words(matter('1900-01-01', { cautions })), [
    'Worry, not answered; one of its dates is before the birth | 1900-01-01',
  ]);
  // It may be another date than that of the matter: the day by which something is due.
  assert.deepEqual(words(matter('2026-11-20', { due: '1900-01-01', cautions })), [
    'Worry, not answered; one of its dates is before the birth | 2026-11-20',
  ]);
  const goal = (due: string, id: string, doubts: readonly Caution[] = []) =>
    ({ ...fact('2026-06-02'), id, text: 'Walk', status: 'current', due, cautions: doubts }) as const;
  const plan = (...goals: readonly ReturnType<typeof goal>[]) =>
    wordsOf('overdue', { plan: recordedAs(planOf({}, { goals })) });
  assert.deepEqual(plan(goal('1900-01-01', 'a', cautions)), [
    'Overdue: goal: Walk (dated before the birth) | 1900-01-01',
  ]);
  assert.deepEqual(plan(goal('2026-01-01', 'a', ['contradicts-itself']), goal('2026-11-18', 'b')), [
    'Overdue 3 days: goal: Walk; 1 more overdue | 2026-11-18',
  ]);
});

test('a review by a day before the birth is a slip, and hides nothing that has surely waited', () => {
  const cautions = ['before-birth'] as const;
  const due = '1900-01-01';
  const overdue = (sections: Parameters<typeof wordsOf>[1]) => wordsOf('overdue', sections);
  const plan = planOf({ reviewBy: due, cautions });
  assert.deepEqual(overdue({ plan: recordedAs(plan) }), [
    'Overdue: review of care plan (dated before the birth) | 1900-01-01',
  ]);
  const action = { text: 'Physio', owner: null, due };
  assert.deepEqual(overdue({ plan: recordedAs(planOf({ actions: [action], cautions })) }), [
    'Overdue: Physio (dated before the birth) | 1900-01-01',
  ]);
  const cpr = {
    ...fact('2026-01-01'),
    decision: 'attempt',
    originalAt: null,
    reviewBy: due,
    cautions,
  } as const;
  const limits = recordedAs(limitsOf({ cpr: [cpr] }));
  assert.deepEqual(overdue({ limits }), [
    'Overdue: review of the CPR decision (dated before the birth) | 1900-01-01',
  ]);
  const late = planOf({ reviewBy: '2026-11-18' });
  assert.match(
    String(overdue({ limits, plan: recordedAs(late) })),
    /^Overdue 3 days: review of care plan; 1 more/,
  );
});

test('a plan that is only proposed, and a proposed action of a plan in force, are not due', () => {
  const due = '2026-11-10';
  const action = { text: 'Physio', owner: null, due };
  const overdue = (entry: Parameters<typeof planOf>[0]) =>
    wordsOf('overdue', { plan: recordedAs(planOf(entry)) }).length;
  assert.equal(overdue({ actions: [action] }), 1);
  assert.equal(overdue({ actions: [{ ...action, proposed: true }] }), 0);
  assert.equal(overdue({ actions: [action], reviewBy: due, cautions: ['unconfirmed'] }), 0);
});

test('a worry dated in the future or without a date is told without a waiting time', () => {
  assert.deepEqual(words(matter('2027-01-01')), [
    'Worry, not answered; its date is in the future | 2027-01-01',
  ]);
  assert.deepEqual(words(matter(null)), ['Worry, not answered']);
});

test('the more urgent comes first, then the longest wait, whatever the order of the record', () => {
  const old = matter('2026-11-18', { id: 'old' });
  const late = matter('2026-11-20', { id: 'late' });
  const stat = matter('2026-11-21', { id: 'stat', urgency: 'stat' });
  for (const order of [
    [old, late, stat],
    [late, stat, old],
    [stat, old, late],
  ]) {
    const keys = linesOf(open(...order)).flatMap(({ rule, key }) => (rule === 'unanswered' ? [key] : []));
    assert.deepEqual(keys, ['unanswered:stat', 'unanswered:old', 'unanswered:late']);
  }
});

test('urgencies stand in their order, and one that nobody stated before routine', () => {
  const urgencies = ['stat', 'asap', 'urgent', 'not-stated', 'routine'] as const;
  // The less urgent one has waited longer.
  const matters = urgencies.map((urgency, at) => matter(`2026-11-0${9 - at}`, { id: urgency, urgency }));
  for (const [at, first] of matters.entries())
    for (const second of matters.slice(at + 1)) {
      const keys = linesOf(open(second, first)).flatMap(({ rule, key }) =>
        rule === 'unanswered' ? [key] : [],
      );
      assert.deepEqual(keys, [`unanswered:${first.id}`, `unanswered:${second.id}`]);
    }
});

test('a message that nobody called urgent does not stand above somebody who is unwell', () => {
  const urgency = (part: Parameters<typeof matter>[1]) =>
    linesOf(open(matter('2026-11-20', part)))[0]?.urgency;
  assert.equal(urgency({ kind: 'message', urgency: 'routine' }), 'late');
  assert.equal(urgency({ kind: 'message', urgency: 'urgent' }), 'asked');
  assert.equal(urgency({ kind: 'worry', urgency: 'routine' }), 'asked');
});

test('the asker’s words stand with the line, and it cannot be hidden', () => {
  const by = { name: 'Grace Mensah', role: 'nurse' };
  const [line] = linesOf(open(matter('2026-11-21', { by })), { hidden: ['unanswered:fact-2026-11-21'] });
  assert.deepEqual(line?.quote, { text: 'Not herself since last night.', by: 'Grace Mensah' });
});
