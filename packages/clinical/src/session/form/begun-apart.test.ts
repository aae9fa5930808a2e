import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disputesIn } from '../../assessment/merge/disputes.ts';
import type { Instant } from '../../time/types.ts';
import { OneSession } from './one-session.fixtures.ts';
import { draftWith, instant } from './session.fixtures.ts';
import { stopsOf } from './stops.ts';

const SETTLE = { kind: 'type-seen', part: 'time', text: '14:00' } as const;
const answered = () => new OneSession().loads().answer('a', 'r1:mine');
const seenAt = (at: Instant) => ({
  ...draftWith({ b: 'r1:theirs' }, { id: 'other' }),
  startedAt: at,
  assessedAt: at,
});
const stops = ({ session }: OneSession) => stopsOf(session).map(({ kind }) => kind);
const draftOf = ({ session }: OneSession) => {
  assert.ok(session.state);
  return session.state.draft;
};

test('K2: answers of today never pass under the day on which another was seen, nor the other way', () => {
  const yesterday = instant(-86_400);
  const one = answered().isOvertakenBy(seenAt(yesterday)).saves();
  const [dispute] = disputesIn(draftOf(one));
  assert.deepEqual(dispute, { kind: 'assessed-at', said: [yesterday, instant(2)] });
  assert.ok(stops(one).includes('dispute'));
});

test('K2: either moment settles it, also the one that stood there', () => {
  const one = answered()
    .isOvertakenBy(seenAt(instant(-86_400)))
    .saves();
  one.do(SETTLE).saves();
  assert.deepEqual([disputesIn(draftOf(one)), draftOf(one).assessedAt], [[], instant(0)]);
  assert.ok(!stops(one).includes('dispute'));
});

test('K2: two who began at one visit saw the person at the earlier moment', () => {
  const one = answered().isOvertakenBy(seenAt(instant(-60)));
  assert.deepEqual([draftOf(one).assessedAt, disputesIn(draftOf(one))], [instant(-60), []]);
});

test('F3: nobody signs what was put together before they have looked', () => {
  const one = answered()
    .isOvertakenBy(seenAt(instant(0)))
    .saves();
  assert.deepEqual([stops(one.signs()), one.session.phase.state], [['merged'], 'open']);
  one.do({ kind: 'note-changes' }).signs();
  assert.equal(one.session.phase.state, 'finishing');
});

test('F3: where the other said nothing that was not there, there is nothing to look at', () => {
  const mine = answered();
  const one = mine.isOvertakenBy({ ...draftOf(mine), id: 'other', changedAt: instant(50) }).saves();
  assert.deepEqual([one.session.elsewhere.merged, stops(one)], [false, []]);
});

test('V1: a draft that an older version kept is put together as this version has it', () => {
  const older = { ...draftWith({ a: 'r1:kept' }), form: { id: 'words', version: '0' } };
  const one = new OneSession().loads({ draft: older, revision: 'first' }).answer('b', 'r1:mine');
  one.isOvertakenBy(draftWith({ a: 'r1:kept', 'where[1]': 'r1:theirs' }));
  assert.deepEqual([one.says('a'), one.says('b'), one.says('where[1]')], ['r1:kept', 'r1:mine', 'r1:theirs']);
});

test('K3: a port that has another draft each time is not asked for ever', () => {
  const one = answered();
  let asked = 0;
  for (; one.session.keep.saving !== null; asked += 1) {
    assert.ok(asked < 50, 'it is asked for ever');
    const draft = draftWith({ b: 'r1:theirs' });
    one.do({ kind: 'saved', asking: one.saving, kept: { where: 'overtaken', by: { draft } } });
  }
  assert.equal(one.session.keep.keeping.state, 'overtaken');
  assert.equal(one.do({ kind: 'save-again' }).saved.length, 1);
});
