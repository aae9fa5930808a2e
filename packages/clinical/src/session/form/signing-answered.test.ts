import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evaluation } from '../../form/state.ts';
import type { Receipt } from '../../ports/care-actions.ts';
import { OneSession } from './one-session.fixtures.ts';
import { AROUND, draftWith, instant, viewOf } from './session.fixtures.ts';

const opened = (around = AROUND) => new OneSession({ around }).loads();
/** Answered whole and kept. */
const answered = () => opened().answer('a', 'r1:1').saves().answer('b', 'r1:2').saves();
const finished = (receipt?: Receipt) => answered().signs().isEnqueued(receipt);
const stateOf = ({ session }: OneSession) => session.phase.state;

test('F4: a refusal leaves everything on screen, and asks the port what it has', () => {
  const one = answered().signs();
  one.isEnqueued({ state: 'refused', at: instant(0), why: 'It was answered elsewhere' });
  assert.deepEqual([stateOf(one), one.saved], ['open', [one.session.state?.draft]]);
  one.isOvertakenBy({ ...draftWith({}), answers: one.session.state?.draft.answers ?? {}, id: 'other' });
  assert.equal(one.says('a'), 'r1:1');
});

test('F4: an answer to another intent changes nothing', () => {
  const one = answered().signs();
  const before = one.session;
  one.do({ kind: 'enqueued', intent: 'other', receipt: null });
  one.do({ kind: 'enqueue-failed', intent: 'other', error: new Error('lost') });
  one.do({ kind: 'receipt-changed', intent: one.intent.id, receipt: { state: 'sent', at: instant(0) } });
  assert.deepEqual(one.session, before);
});

test('F4: what is signed stays as it was signed', () => {
  const one = finished();
  const { state } = one.session;
  one.answer('a', 'r1:late').do({ kind: 'add-row', group: 'fall' }).do({ kind: 'merge' });
  one.do({ kind: 'surroundings', around: { ...AROUND, view: viewOf('r1') } });
  one.do({ kind: 'draft-given', draft: draftWith({ a: 'r1:page' }) });
  assert.equal(one.session.state, state);
  assert.deepEqual(one.saved, []);
});

test('F4: it is told once that it was finished, and its receipt is followed', () => {
  const one = answered().signs();
  const intent = one.intent.id;
  one.isEnqueued();
  assert.deepEqual([one.did('tell-finished'), one.did('watch-receipt')], [1, 1]);
  one.do({ kind: 'enqueued', intent, receipt: { state: 'held-in-memory' } });
  assert.deepEqual(one.effects, []);
  const seen: Receipt = { state: 'seen', at: instant(9), by: 'Dr P. Adeyemi' };
  one.do({ kind: 'receipt-changed', intent: 'other', receipt: seen });
  assert.equal(one.session.phase.state === 'finished' && one.session.phase.receipt?.state, 'held-in-memory');
  one.do({ kind: 'receipt-changed', intent, receipt: seen });
  assert.deepEqual(one.session.phase.state === 'finished' && one.session.phase.receipt, seen);
  const alone = new OneSession({ port: null })
    .answer('a', 'r1:1')
    .answer('b', 'r1:2')
    .signs()
    .isEnqueued(null);
  assert.deepEqual([stateOf(alone), alone.did('watch-receipt')], ['finished', 0]);
});

test('F4: what came of the record and the evaluator while it was being finished counts again after a failure', () => {
  const evaluator = { evaluate: () => Promise.resolve([4]) };
  const one = new OneSession({ around: { ...AROUND, evaluator } }).loads().answer('a', 'r1:1').saves();
  const evaluation = one.session.evaluating[0] as Evaluation;
  one.signs().do({ kind: 'evaluated', evaluation, outcome: [4] });
  assert.equal(one.session.state?.totals.get('sum')?.state, 'waiting');
  one.enqueueFails();
  const asked = one.effects.flatMap((each) => (each.kind === 'evaluate' ? [each.evaluation] : []));
  assert.equal(asked.length, 1);
  one.do({ kind: 'evaluated', evaluation: asked[0] ?? evaluation, outcome: [4] });
  assert.partialDeepStrictEqual(one.session.state?.totals.get('sum'), { state: 'scored', value: 4 });
});
