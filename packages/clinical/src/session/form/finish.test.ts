import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishAssessment } from '../../assessment/finish.ts';
import { templateOf } from '../../assessment/templates.ts';
import type { Evaluation } from '../../form/state.ts';
import { scoreNews2 } from '../../instruments/news2/news2.ts';
import type { Receipt } from '../../ports/care-actions.ts';
import { canEnterInError, canWithdraw } from './undo-signing.ts';
import { OneSession } from './one-session.fixtures.ts';
import { AROUND, CARER, NURSE, RULES, WORDS, draftWith, instant, viewOf } from './session.fixtures.ts';
import { stopsOf } from './stops.ts';

const opened = (around = AROUND) => new OneSession({ around }).loads();
/** Answered whole and kept. */
const answered = () => opened().answer('a', 'r1:1').saves().answer('b', 'r1:2').saves();
const finished = (receipt?: Receipt) => answered().signs().isEnqueued(receipt);
const stateOf = ({ session }: OneSession) => session.phase.state;
const stops = ({ session }: OneSession) => stopsOf(session).map(({ kind }) => kind);
const failureOf = ({ session: { phase } }: OneSession) =>
  'failure' in phase ? phase.failure?.error : undefined;

test('F1: nobody signs a form without an answer', () => {
  const one = opened().signs();
  assert.deepEqual([stateOf(one), stops(one), one.enqueued], ['open', ['nothing-answered'], []]);
  assert.deepEqual([one.session.screen.stopped, one.did('focus')], ['stopped', 1]);
});

test('a signed assessment reaches a port in another thread: it carries its form without the rules of a template', () => {
  const form = templateOf('cga') ?? assert.fail();
  const one = new OneSession({ form }).loads().answer('matters', 'My garden').saves();
  const [intent] = one.do({ kind: 'finish', despiteFew: true }).enqueued;
  assert.ok(intent?.what.kind === 'finish-assessment');
  // The worker gets a copy as the browser makes it. A function in it fails the whole press.
  assert.deepEqual(structuredClone(intent), intent);
  assert.equal(intent.what.form.items, form.items);
  assert.equal(intent.what.form.title, form.title);
});

test('F1: nobody signs without a name, and a person may give theirs', () => {
  for (const author of [null, { name: '', role: 'nurse' }]) {
    const one = opened({ ...AROUND, author })
      .answer('a', 'r1:1')
      .saves()
      .signs();
    assert.deepEqual([stops(one), one.enqueued], [['no-author'], []]);
    one.do({ kind: 'name-author', author: CARER }).signs();
    assert.deepEqual(one.session.signing?.assessment.by, CARER);
  }
});

test('F1: nobody signs with a missing required answer, or with a dispute', () => {
  const [first, ...rest] = WORDS.items;
  assert.ok(first?.type === 'text');
  const form = { ...WORDS, items: [{ ...first, required: true }, ...rest] };
  const one = new OneSession({ form }).loads().answer('b', 'r1:1').saves().signs();
  assert.deepEqual([stops(one), one.enqueued], [['required'], []]);
  const disputed = opened()
    .answer('a', 'r1:1')
    .isOvertakenBy(draftWith({ a: 'r1:2' }, { id: 'other' }));
  assert.deepEqual(stops(disputed.saves().signs()).includes('dispute'), true);
  assert.deepEqual(disputed.enqueued, []);
});

test('F3: what leaves of a signed assessment is plain data, which any port carries', () => {
  const raise = () => ({ words: 'said', items: ['a'] });
  const template = {
    ...WORDS,
    problemRules: [{ id: 'one', problem: 'One', raise }],
    deficits: [{ id: 'two', label: 'Two', value: () => 1 }],
  };
  const one = new OneSession({ form: template }).loads();
  const [intent] = one.answer('a', 'r1:1').saves().signs().enqueued;
  assert.deepStrictEqual(JSON.parse(JSON.stringify(intent)), intent);
  // A worker refuses what cannot be copied, and the assessment could not be signed.
  assert.deepStrictEqual(structuredClone(intent), intent);
});

test('F1: few answers are asked back once, and signed when a person says so', () => {
  const one = opened().answer('a', 'r1:1').saves().do({ kind: 'finish', despiteFew: false });
  assert.deepEqual([one.session.screen.stopped, one.enqueued], ['few-answers', []]);
  // Whoever goes on answering is not asked any more.
  assert.equal(one.answer('b', 'r1:2').saves().session.screen.stopped, 'no');
  one.do({ kind: 'finish', despiteFew: false });
  assert.equal(one.enqueued.length, 1);
});

test('F2: two presses are one intent, and so is a repeat after a failure', () => {
  const one = answered().signs();
  const [first] = one.enqueued;
  assert.deepEqual(one.signs().enqueued, []);
  one.enqueueFails();
  assert.deepEqual([stateOf(one), one.says('a')], ['open', 'r1:1']);
  assert.deepEqual(one.signs().enqueued, [first]);
});

test('F2: another name or another answer is another intent', () => {
  const one = answered().signs();
  const ids = one.enqueued.map(({ id }) => id);
  one
    .enqueueFails()
    .do({ kind: 'surroundings', around: { ...AROUND, author: CARER } })
    .signs();
  ids.push(...one.enqueued.map(({ id }) => id));
  assert.deepEqual(one.session.signing?.assessment.by, CARER);
  one.enqueueFails().answer('a', 'r1:3').saves().signs();
  ids.push(...one.enqueued.map(({ id }) => id));
  assert.equal(new Set(ids).size, 3);
});

test('F3: what is signed leaves after its draft has arrived, or failed', () => {
  for (const settle of ['saves', 'savingFails'] as const) {
    const one = opened().answer('a', 'r1:1').answer('b', 'r1:2').signs();
    assert.deepEqual([stateOf(one), one.enqueued], ['finishing', []]);
    one[settle]();
    assert.equal(stateOf(one), 'finishing');
    if (one.session.keep.saving !== null) one.saves();
    assert.equal(one.enqueued.length, 1);
  }
});

test('F3: while it is being finished nothing newer goes out, and nothing is lost by that', () => {
  const one = opened().answer('a', 'r1:1').savingFails().signs();
  assert.deepEqual([one.enqueued.length, one.saved], [1, []]);
  one.enqueueFails();
  assert.deepEqual(
    one.saved.map(({ answers }) => Object.keys(answers)),
    [['a']],
  );
});

test('F3: what was answered elsewhere meanwhile is looked at before it is signed', () => {
  const one = opened().answer('a', 'r1:1').signs();
  one.isOvertakenBy(draftWith({ b: 'r1:theirs' }, { id: 'other' }));
  assert.deepEqual([stateOf(one), one.enqueued, one.says('b')], ['open', [], 'r1:theirs']);
  assert.equal(one.session.signing, null);
  assert.equal((failureOf(one) as Receipt).state, 'refused');
});

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

test('F1: nobody signs while what is typed as “seen at” is no moment that has passed', () => {
  const one = answered().do({ kind: 'type-seen', part: 'year', text: '2062' }).signs();
  assert.deepEqual([stateOf(one), stops(one), one.enqueued], ['open', ['refused-seen'], []]);
  one.do({ kind: 'type-seen', part: 'year', text: '2026' });
  assert.deepEqual(stops(one), []);
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

const NO_PLACE = {
  id: 'p',
  title: 'P',
  version: '1',
  owner: 'O',
  dated: '2026-11-01',
  signedOff: null,
  homes: [],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [],
};
const WITHDRAWN = { by: 'A. Safety', on: '2026-11-20', why: 'Wrong.', instead: 'Use paper.' } as const;
const withdrawing = (content: { kind: 'instrument' | 'template'; id: string; version?: string }) => ({
  ...AROUND,
  place: { ...NO_PLACE, withdrawn: [{ ...WITHDRAWN, ...content }] },
});

test('F1: nobody signs a form that the place has withdrawn, and its words say who, when, why and what instead', () => {
  for (const kind of ['instrument', 'template'] as const) {
    const one = opened(withdrawing({ kind, id: 'words' }))
      .answer('a', 'r1:1')
      .saves()
      .answer('b', 'r1:2');
    one.saves().signs();
    assert.deepEqual([stops(one), one.enqueued], [['withdrawn'], []]);
    const [stop] = stopsOf(one.session);
    assert.ok(stop?.kind === 'withdrawn');
    assert.equal(stop.words, 'Withdrawn by A. Safety, 20-Nov-2026: Wrong. Instead: Use paper.');
  }
  const other = opened(withdrawing({ kind: 'template', id: 'words', version: '0' }));
  assert.equal(other.answer('a', 'r1:1').saves().answer('b', 'r1:2').saves().signs().enqueued.length, 1);
});

test('F1: what is withdrawn while somebody answers is not signed either', () => {
  const one = answered();
  one.do({ kind: 'surroundings', around: withdrawing({ kind: 'instrument', id: 'words' }) }).signs();
  assert.deepEqual([stops(one), one.enqueued], [['withdrawn'], []]);
});

test('F1: a score that the place has withdrawn is not signed with the form that has it', () => {
  const score = scoreNews2({ rr: 16 });
  const finish = (...given: Parameters<typeof finishAssessment>) => ({
    ...finishAssessment(...given),
    scores: [score],
  });
  const signed = (around: typeof AROUND) => {
    const one = opened({ ...around, rules: { ...RULES, finish } })
      .answer('a', 'r1:1')
      .saves();
    const [intent] = one.answer('b', 'r1:2').saves().signs().enqueued;
    assert.ok(intent?.what.kind === 'finish-assessment');
    return intent.what.assessment.scores;
  };
  assert.deepEqual(signed(AROUND), [score]);
  assert.deepEqual(signed(withdrawing({ kind: 'instrument', id: 'news2' })), []);
  const { version } = score;
  assert.deepEqual(signed(withdrawing({ kind: 'instrument', id: 'news2', version })), []);
  assert.deepEqual(signed(withdrawing({ kind: 'instrument', id: 'news2', version: 'another' })), [score]);
});
