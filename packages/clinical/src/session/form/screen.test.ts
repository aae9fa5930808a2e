import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FormAction } from './action.ts';
import { OneSession } from './one-session.fixtures.ts';
import { draftWith, said } from './session.fixtures.ts';
import { show } from './screen.ts';

const opened = () => new OneSession().loads({ draft: draftWith({ a: 'r1:1' }) });
const focusOf = ({ effects }: OneSession) =>
  effects.flatMap((one) => (one.kind === 'focus' ? [one.focus.on] : []));
const screenOf = ({ session }: OneSession) => session.screen;

const SCREEN: readonly FormAction[] = [
  { kind: 'search-options', key: 'a', text: 'x' },
  { kind: 'open-not-assessed', key: 'a', open: true },
  { kind: 'open-not-assessed', key: 'a', open: false },
  { kind: 'explain', key: 'sum' },
  { kind: 'explain', key: null },
  { kind: 'show-section', key: 'fall', focus: true },
  { kind: 'open-group', key: 'fall', open: true },
  { kind: 'open-not-assessed-group', group: 'fall' },
  { kind: 'go-to', key: 'b' },
  { kind: 'go-to', key: 'gone' },
  { kind: 'go-to-next', from: 'a' },
  { kind: 'move-focus', to: { on: 'author' } },
  { kind: 'show-only-changed' },
  { kind: 'word-problem', rule: 'falls', how: 'edit', words: 'Falls' },
  { kind: 'word-problem', rule: 'falls', how: 'dismiss', words: '' },
  { kind: 'cancel-wording', rule: 'falls' },
  { kind: 'type-reason', reason: 'Another resident' },
  { kind: 'type-reason', reason: null },
  { kind: 'copied', text: 'r1:text', how: 'by-hand' },
  { kind: 'copy', length: 'short' },
  { kind: 'print' },
];

test('S5: whatever is opened, closed, copied or looked for, no answer changes, and nothing is kept, sent or told', () => {
  const quiet = new Set(['focus', 'announce', 'copy', 'print']);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SCREEN), { maxLength: 12 }), (actions) => {
      const one = opened();
      const { state, keep, phase, touched } = one.session;
      for (const action of actions) {
        one.do(action);
        assert.deepEqual(
          one.effects.filter(({ kind }) => !quiet.has(kind)),
          [],
          action.kind,
        );
      }
      const now = one.session;
      assert.deepEqual(
        [now.state === state, now.keep === keep, now.phase === phase, now.touched],
        [true, true, true, touched],
      );
    }),
    { numRuns: 300 },
  );
});

test('what is opened on screen is nothing of a form that is not open', () => {
  for (const action of SCREEN) assert.equal(new OneSession().do(action).session.state, null);
});

test('what the world says, and what changes answers, is not of the screen', () => {
  const { session, stamp } = opened();
  for (const action of [
    { kind: 'answer', key: 'a', values: null },
    { kind: 'finish', despiteFew: true },
    { kind: 'load-failed', asking: '', error: null },
  ] as const)
    assert.equal(show(session, { ...action, ...stamp() }), null);
});

test('"why this score" closes with the same press, and another score takes its place', () => {
  const one = opened().do({ kind: 'explain', key: 'sum' });
  assert.equal(screenOf(one).why, 'sum');
  assert.equal(screenOf(one.do({ kind: 'explain', key: 'other' })).why, 'other');
  assert.equal(screenOf(one.do({ kind: 'explain', key: 'other' })).why, null);
});

test('the focus goes to the words of a problem when they open, stays while they are typed, and goes back', () => {
  const one = opened().do({ kind: 'word-problem', rule: 'falls', how: 'edit', words: 'Falls' });
  assert.deepEqual(focusOf(one), ['wording']);
  assert.deepEqual(
    focusOf(one.do({ kind: 'word-problem', rule: 'falls', how: 'edit', words: 'Falls, 2' })),
    [],
  );
  assert.equal(screenOf(one).deciding?.words, 'Falls, 2');
  // "Not a problem because …" of the same problem, and another problem, are other fields.
  assert.deepEqual(focusOf(one.do({ kind: 'word-problem', rule: 'falls', how: 'dismiss', words: '' })), [
    'wording',
  ]);
  assert.deepEqual(focusOf(one.do({ kind: 'word-problem', rule: 'pain', how: 'dismiss', words: '' })), [
    'wording',
  ]);
  assert.deepEqual(focusOf(one.do({ kind: 'cancel-wording', rule: 'pain' })), ['problem']);
  assert.equal(screenOf(one).deciding, null);
});

test('the focus goes to the reason of an error when it opens, stays while it is typed, and goes back', () => {
  const one = opened().do({ kind: 'type-reason', reason: '' });
  assert.deepEqual(focusOf(one), ['reason']);
  assert.deepEqual(focusOf(one.do({ kind: 'type-reason', reason: 'Another' })), []);
  assert.equal(screenOf(one).inErrorReason, 'Another');
  assert.deepEqual(focusOf(one.do({ kind: 'type-reason', reason: null })), ['finish']);
  assert.equal(screenOf(one).inErrorReason, null);
});

test('a section takes the focus by a person’s press alone', () => {
  assert.deepEqual(focusOf(opened().do({ kind: 'show-section', key: 'fall', focus: true })), ['section']);
  assert.deepEqual(focusOf(opened().do({ kind: 'show-section', key: 'fall', focus: false })), []);
});

test('the way to a question leaves what changed alone, and a question that has gone leads nowhere', () => {
  const one = opened().do({ kind: 'show-only-changed' });
  assert.equal(screenOf(one).onlyChanged, true);
  assert.deepEqual(focusOf(one.do({ kind: 'go-to', key: 'where[9]' })), []);
  assert.equal(screenOf(one).onlyChanged, true);
  assert.deepEqual(focusOf(one.do({ kind: 'go-to', key: 'b' })), ['question']);
  assert.deepEqual([screenOf(one).onlyChanged, screenOf(one).last], [false, 'b']);
});

test('a copy has the length that was pressed, and says what became of it until an answer changes', () => {
  for (const length of ['short', 'full'] as const)
    assert.deepEqual(opened().do({ kind: 'copy', length }).effects, [{ kind: 'copy', length }]);
  const one = opened().do({ kind: 'copied', text: 'r1:1', how: 'by-hand' });
  assert.deepEqual(screenOf(one).copied, { text: 'r1:1', how: 'by-hand' });
  assert.equal(screenOf(one.answer('b', 'r1:2')).copied, null);
});

test('what a long list is searched for, and an open "not assessed", are of one question', () => {
  const one = opened().do({ kind: 'search-options', key: 'a', text: 'par' });
  one.do({ kind: 'open-not-assessed', key: 'b', open: true });
  assert.deepEqual(one.session.entries.get('a')?.search, 'par');
  assert.deepEqual(one.session.entries.get('b')?.isNotAssessedOpen, true);
  // Neither is anything that would be lost.
  assert.deepEqual(one.session.state?.draft.answers['a'], said('r1:1'));
});
