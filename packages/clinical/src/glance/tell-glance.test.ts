import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fact, news2Entry, recordedAs, viewWith, NOW, WHOLE } from '../form/suggest/view.fixtures.ts';
import { atAGlance, event, matter } from './glance.fixtures.ts';
import { URGENCIES } from './glance-line.ts';
import { GLANCE_LINES } from './place-lines.ts';

const take = (view: Parameters<typeof atAGlance>[0]['view'], hidden: readonly string[] = []) =>
  atAGlance({ view, since: '2026-11-12', now: NOW, hidden });

test('a glance shows at most five lines, most urgent first, and loses none', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 12 }), (days) => {
      const matters = days.map((day, index) =>
        matter(`2026-11-${String(day).padStart(2, '0')}`, { id: `m${index}` }),
      );
      const glance = take(viewWith({ ...WHOLE, open: recordedAs(matters) }));
      assert.ok(glance !== null && glance.lines.length <= GLANCE_LINES);
      const told = [...glance.lines, ...glance.more];
      assert.equal(told.filter(({ rule }) => rule === 'unanswered').length, matters.length);
      const urgencies = glance.lines
        .filter(({ rule }) => rule !== 'not-known')
        .map(({ urgency }) => URGENCIES.indexOf(urgency));
      assert.deepEqual(
        urgencies,
        urgencies.toSorted((a, b) => a - b),
      );
    }),
    { seed: 8, numRuns: 40 },
  );
});

test('a resident who is unwell now keeps a line among the five, however many worries wait', () => {
  const matters = Array.from({ length: 9 }, (_, index) => matter('2026-11-20', { id: `m${index}` }));
  const ill = {
    rr: 26,
    spo2: 91,
    scale: 1,
    oxygen: false,
    sbp: 96,
    pulse: 118,
    acvpu: 'C',
    temp: 38.4,
  } as const;
  const scores = [news2Entry(ill, fact('2026-11-21T08:05:00Z'))];
  const news2 = recordedAs({ scores, usual: null, observations: [] });
  const failed = { state: 'failed', error: { code: 'timeout' }, at: NOW } as const;
  const glance = take(viewWith({ open: recordedAs(matters), news2, medicines: failed }));
  assert.deepEqual(
    glance?.lines.map(({ rule }) => rule),
    ['unanswered', 'unanswered', 'unanswered', 'news2-against-usual', 'not-known'],
  );
  assert.equal(glance.more.filter(({ rule }) => rule === 'unanswered').length, 6);
});

test('the order of the facts in the record changes nothing', () => {
  const matters = ['a', 'b', 'c', 'd'].map((id) => matter('2026-11-20', { id }));
  const events = [event('fall', '2026-11-18'), event('fall', '2026-11-14'), event('document', '2026-11-18')];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(matters, { minLength: 4 }),
      fc.shuffledSubarray(events, { minLength: 3 }),
      (mixedMatters, mixedEvents) => {
        const given = take(viewWith({ open: recordedAs(matters), events: recordedAs(events) }));
        const mixed = take(viewWith({ open: recordedAs(mixedMatters), events: recordedAs(mixedEvents) }));
        assert.deepEqual(mixed, given);
      },
    ),
    { seed: 8, numRuns: 40 },
  );
});

test('a hidden line stays hidden until a new fact changes its key', () => {
  const first = viewWith({ events: recordedAs([event('fall', '2026-11-14')]) });
  const line = take(first)?.lines.find(({ rule }) => rule === 'events-since');
  assert.ok(line?.canHide);
  const again = take(first, [line.key]);
  assert.deepEqual(
    again?.hidden.map(({ key }) => key),
    [line.key],
  );
  assert.ok(!again.lines.some(({ rule }) => rule === 'events-since'));
  const withNew = viewWith({
    events: recordedAs([event('fall', '2026-11-18'), event('fall', '2026-11-14')]),
  });
  assert.ok(take(withNew, [line.key])?.lines.some(({ rule }) => rule === 'events-since'));
});
