import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { EhchError } from '../../errors.ts';
import type { FormAction } from './action.ts';
import { OneSession } from './one-session.fixtures.ts';
import { draftWith } from './session.fixtures.ts';

// The deadline has passed, and the port answers after all.

const error = new EhchError('timeout', 'The port gave no answer in time.');
const opened = () => new OneSession().loads({ draft: draftWith({}), revision: 'first' });
const keepingOf = ({ session }: OneSession) => session.keep.keeping.state;
const stateOf = ({ session }: OneSession) => session.phase.state;
const held = { state: 'held-in-memory' } as const;
const unheard = () => {
  const one = opened().answer('a', 'r1:1');
  const asking = one.saving;
  return { one: one.do({ kind: 'save-failed', asking, error }), asking };
};
const unsigned = () => {
  const one = opened().answer('a', 'r1:1').saves().signs();
  const { id: intent } = one.intent;
  return { one: one.do({ kind: 'enqueue-failed', intent, error }), intent };
};
/** Does it, and says whether anything came of it. */
const changes = (one: OneSession, action: FormAction) => {
  const { session } = one;
  return !isDeepStrictEqual(one.do(action).session, session);
};

test('S6: kept answers that come late open the form, and take no focus', () => {
  const one = new OneSession().do({ kind: 'load-failed', asking: 'id-1', error });
  one.do({ kind: 'loaded', asking: 'id-1', kept: { draft: draftWith({ a: 'r1:old' }) } });
  assert.deepEqual([stateOf(one), one.says('a'), one.did('focus')], ['open', 'r1:old', 0]);
});

test('S5, S6: kept answers that come late replace nothing that a person began or asked anew', () => {
  const late = { kind: 'loaded', asking: 'id-1', kept: { draft: draftWith({ a: 'r1:old' }) } } as const;
  const begun = new OneSession().do({ kind: 'load-failed', asking: 'id-1', error });
  assert.equal(begun.do({ kind: 'start-empty' }).answer('a', 'r1:mine').do(late).says('a'), 'r1:mine');
  const again = new OneSession().do({ kind: 'load-failed', asking: 'id-1', error });
  assert.equal(stateOf(again.do({ kind: 'load-again' }).do(late)), 'loading');
});

test('S6: a saving that is confirmed late is kept, and the next one is based on it', () => {
  const { one, asking } = unheard();
  assert.equal(keepingOf(one), 'failed');
  one.do({ kind: 'saved', asking, kept: { where: 'memory', revision: 'late' } });
  assert.deepEqual([keepingOf(one), one.session.keep.unkept], ['kept', null]);
  one.answer('b', 'r1:2');
  assert.deepEqual(
    one.effects.flatMap((effect) => (effect.kind === 'save' ? [effect.revision] : [])),
    ['late'],
  );
});

test('S6: what the port kept of somebody else is put together with these answers, also when it says so late', () => {
  const { one, asking } = unheard();
  const by = { draft: draftWith({ b: 'r1:theirs' }), revision: 'theirs' };
  one.do({ kind: 'saved', asking, kept: { where: 'overtaken', by } });
  assert.deepEqual([one.says('a'), one.says('b')], ['r1:1', 'r1:theirs']);
});

test('S5, S6: a late word on a saving changes nothing once another one has gone out', () => {
  const { one, asking } = unheard();
  one.do({ kind: 'save-again' });
  assert.equal(changes(one, { kind: 'saved', asking, kept: { where: 'memory', revision: 'late' } }), false);
  one.saves('second');
  assert.equal(changes(one, { kind: 'saved', asking, kept: { where: 'memory', revision: 'late' } }), false);
});

test('S6: a signature that arrived after all finishes the form, once', () => {
  const { one, intent } = unsigned();
  assert.equal(stateOf(one), 'open');
  one.do({ kind: 'enqueued', intent, receipt: held });
  assert.deepEqual([stateOf(one), one.did('tell-finished')], ['finished', 1]);
  assert.equal(one.do({ kind: 'enqueued', intent, receipt: held }).did('tell-finished'), 0);
});

test('S6: a signature that was refused after all says so', () => {
  const { one, intent } = unsigned();
  const receipt = { state: 'refused', at: '2026-11-21T14:00:00Z', why: 'Signed in another window' } as const;
  one.do({ kind: 'enqueued', intent, receipt });
  const { phase } = one.session;
  assert.deepEqual(phase, { state: 'open', failure: { error: receipt } });
  assert.deepEqual([one.did('announce') > 0, one.did('focus')], [true, 0]);
});

test('S5, S6: a signature that arrives late takes nothing that was answered or typed since', () => {
  const answered = unsigned();
  answered.one.answer('b', 'r1:2').saves();
  answered.one.do({ kind: 'enqueued', intent: answered.intent, receipt: held });
  assert.deepEqual([stateOf(answered.one), answered.one.says('b')], ['open', 'r1:2']);
  const typed = unsigned();
  typed.one.do({ kind: 'type', key: 'b', field: { part: 'text', n: 0 }, text: 'r1:typing' });
  assert.equal(stateOf(typed.one.do({ kind: 'enqueued', intent: typed.intent, receipt: held })), 'open');
});

test('S6, F5: a mark "entered in error" that arrived after all stands on screen again, with its reason', () => {
  const by = { name: 'Ann', role: null };
  const one = new OneSession({ around: { ...new OneSession().session.around, author: by } })
    .loads({ draft: draftWith({}), revision: 'first' })
    .answer('a', 'r1:1')
    .saves()
    .signs()
    .isEnqueued();
  one.do({ kind: 'enter-in-error', reason: 'Wrong person' });
  const { id: intent } = one.intent;
  one.do({ kind: 'enqueue-failed', intent, error });
  one.do({ kind: 'enqueued', intent, receipt: held });
  const { phase } = one.session;
  assert.ok(phase.state === 'finished');
  assert.deepEqual([phase.inError?.reason, phase.inError?.by, phase.failure], ['Wrong person', by, null]);
});

test('S6, K4: while a signature is not known, no draft goes out by itself, and the late receipt still counts', () => {
  const { one } = unheard();
  one.signs();
  const { id: intent } = one.intent;
  one.do({ kind: 'enqueue-failed', intent, error });
  assert.equal(one.did('save'), 0);
  one.do({ kind: 'enqueued', intent, receipt: held });
  assert.deepEqual([stateOf(one), one.did('focus')], ['finished', 0]);
});
