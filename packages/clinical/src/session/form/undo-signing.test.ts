import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Receipt } from '../../ports/care-actions.ts';
import { canEnterInError, canWithdraw } from './undo-signing.ts';
import { OneSession } from './one-session.fixtures.ts';
import { AROUND, NURSE, instant } from './session.fixtures.ts';

const opened = (around = AROUND) => new OneSession({ around }).loads();
/** Answered whole and kept. */
const answered = () => opened().answer('a', 'r1:1').saves().answer('b', 'r1:2').saves();
const finished = (receipt?: Receipt) => answered().signs().isEnqueued(receipt);
const stateOf = ({ session }: OneSession) => session.phase.state;
const failureOf = ({ session: { phase } }: OneSession) =>
  'failure' in phase ? phase.failure?.error : undefined;

test('F5: a signature is taken back for five minutes, and its answers are a draft again', () => {
  const one = finished();
  const signed = one.session.phase.state === 'finished' ? one.session.phase.assessment : null;
  one.do({ kind: 'withdraw' }, 298);
  assert.deepEqual(
    one.enqueued.map(({ what }) => what),
    [
      {
        kind: 'withdraw-assessment',
        finished: one.session.signing?.intent.id,
        draft: signed?.draft,
        by: NURSE,
      },
    ],
  );
  one.isEnqueued();
  assert.deepEqual([stateOf(one), one.saved], ['open', [signed?.draft]]);
  one.saves();
  // Signed once more it is another signing.
  const before = signed?.finishedAt;
  assert.notEqual(one.signs().session.signing?.assessment.finishedAt, before);
});

test('F5: after five minutes, or once somebody has seen it, no signature is taken back', () => {
  const late = finished();
  assert.equal(canWithdraw(late.session, instant(7 + 300)), true);
  const withdrawn = late.do({ kind: 'withdraw' }, 300);
  assert.deepEqual([stateOf(withdrawn), withdrawn.enqueued], ['finished', []]);
  for (const receipt of [
    { state: 'seen', at: instant(9), by: 'Dr P. Adeyemi' },
    { state: 'answered', at: instant(9), by: 'Dr P. Adeyemi', promisedBy: null },
  ] as const)
    assert.deepEqual(finished(receipt).do({ kind: 'withdraw' }).enqueued, []);
  assert.equal(finished({ state: 'sent', at: instant(9) }).do({ kind: 'withdraw' }).enqueued.length, 1);
  assert.deepEqual(answered().do({ kind: 'withdraw' }).enqueued, []);
});

test('F5: what somebody gave up has nothing to take back or to mark, and says so after any other receipt', () => {
  const givenUp: Receipt = { state: 'given-up', at: instant(9), by: 'Ana Lima', why: 'Written twice' };
  const one = finished({ state: 'saved-on-device', at: instant(8) });
  const intent = one.session.phase.state === 'finished' ? one.session.phase.intent : '';
  one.do({ kind: 'receipt-changed', intent, receipt: givenUp });
  assert.deepEqual(one.session.phase.state === 'finished' && one.session.phase.receipt, givenUp);
  assert.deepEqual([canWithdraw(one.session, instant(10)), canEnterInError(one.session)], [false, false]);
});

test('F5: what could not be taken back is still signed, and a repeat is the same wish', () => {
  const one = finished().do({ kind: 'withdraw' });
  const [first] = one.enqueued;
  // What is said of the signing itself is no answer to this.
  one.do({ kind: 'enqueued', intent: one.session.signing?.intent.id ?? '', receipt: null });
  assert.equal(stateOf(one), 'withdrawing');
  one.enqueueFails();
  assert.deepEqual([stateOf(one), failureOf(one) instanceof Error], ['finished', true]);
  assert.deepEqual(one.do({ kind: 'withdraw' }).enqueued, [first]);
});

test('F5: an entry in error has a reason, a name and a moment, and stays signed', () => {
  const one = finished().do({ kind: 'enter-in-error', reason: '' });
  assert.deepEqual([one.enqueued, one.did('focus')], [[], 1]);
  one.do({ kind: 'enter-in-error', reason: 'r1:wrong' });
  const { phase } = one.session;
  assert.partialDeepStrictEqual(phase, { state: 'finished', inError: { reason: 'r1:wrong', by: NURSE } });
  assert.equal(one.enqueued[0]?.what.kind, 'enter-in-error');
  assert.equal(canWithdraw(one.session, instant(10)), false);
  assert.deepEqual(one.do({ kind: 'enter-in-error', reason: 'r1:again' }).enqueued, []);
});

test('F5: the mark of an entry in error is taken away by its own failure alone', () => {
  const marked = () => finished().do({ kind: 'enter-in-error', reason: 'r1:wrong' });
  const markOf = ({ session: { phase } }: OneSession) => phase.state === 'finished' && phase.inError?.reason;
  const one = marked();
  const [first] = one.enqueued;
  const signing = one.session.signing?.intent.id ?? '';
  one.do({ kind: 'enqueue-failed', intent: signing, error: new Error('late') });
  assert.equal(markOf(one), 'r1:wrong');
  one.enqueueFails();
  assert.deepEqual([markOf(one), failureOf(one) instanceof Error], [undefined, true]);
  assert.deepEqual(one.do({ kind: 'enter-in-error', reason: 'r1:wrong' }).enqueued, [first]);
  one.isEnqueued().enqueueFails();
  assert.equal(markOf(one), 'r1:wrong');
});

test('F5: without a port nobody would hear of it: a signature is neither taken back nor marked', () => {
  const one = new OneSession({ port: null }).answer('a', 'r1:1').answer('b', 'r1:2').signs().isEnqueued(null);
  assert.equal(stateOf(one), 'finished');
  assert.equal(canWithdraw(one.session, instant(10)), false);
  for (const action of [
    { kind: 'withdraw' },
    { kind: 'enter-in-error', reason: 'wrong resident' },
  ] as const) {
    one.do(action);
    const { phase } = one.session;
    assert.deepEqual(
      [stateOf(one), one.enqueued, 'inError' in phase && phase.inError],
      ['finished', [], null],
    );
  }
});
