import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishAssessment } from '../../assessment/finish.ts';
import { templateOf } from '../../assessment/templates.ts';
import { scoreNews2 } from '../../instruments/news2/news2.ts';
import type { Receipt } from '../../ports/care-actions.ts';
import { OneSession } from './one-session.fixtures.ts';
import { AROUND, CARER, RULES, WORDS, draftWith } from './session.fixtures.ts';
import { stopsOf } from './stops.ts';

const opened = (around = AROUND) => new OneSession({ around }).loads();
/** Answered whole and kept. */
const answered = () => opened().answer('a', 'r1:1').saves().answer('b', 'r1:2').saves();
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

test('F1: nobody signs while what is typed as “seen at” is no moment that has passed', () => {
  const one = answered().do({ kind: 'type-seen', part: 'year', text: '2062' }).signs();
  assert.deepEqual([stateOf(one), stops(one), one.enqueued], ['open', ['refused-seen'], []]);
  one.do({ kind: 'type-seen', part: 'year', text: '2026' });
  assert.deepEqual(stops(one), []);
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
