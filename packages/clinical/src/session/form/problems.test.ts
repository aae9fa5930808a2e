import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AssessmentTemplate } from '../../assessment/types.ts';
import { answerItem } from '../../form/answer-item.ts';
import { OneSession } from './one-session.fixtures.ts';
import { AROUND, RULES, WORDS, said } from './session.fixtures.ts';

const template: AssessmentTemplate = {
  ...WORDS,
  problemRules: [],
  deficits: [],
};
/** Takes a problem over as an answer of "b", in the words that were given. */
const rules = {
  ...RULES,
  decide: ((_, state, __, { words, stamp }) =>
    answerItem(state, 'b', { ...said(words), ...stamp }, stamp.at)) satisfies typeof RULES.decide,
};
const decide = (words: string, how: 'accept' | 'dismiss' | 'undecide' = 'accept') =>
  ({ kind: 'decide-problem', rule: 'weight', how, words }) as const;
const opened = (form = template) => new OneSession({ form, around: { ...AROUND, rules } }).loads();

test('A3: a problem that was taken over is an answer, by its own name and moment, and is told once', () => {
  const one = opened().do({ kind: 'word-problem', rule: 'weight', how: 'edit', words: 'r1:loss' });
  one.do(decide('r1:loss'));
  assert.deepEqual(
    [one.says('b'), one.did('tell-answered'), one.session.screen.deciding],
    ['r1:loss', 1, null],
  );
  assert.equal(one.session.state?.draft.answers['b']?.by, AROUND.author);
});

test('A3: a problem that was dismissed is no answer, and is told once all the same', () => {
  const dismissed: typeof rules = {
    ...rules,
    decide: (_, state) => ({ state: { ...state, draft: { ...state.draft } }, touched: new Set() }),
  };
  const one = new OneSession({ form: template, around: { ...AROUND, rules: dismissed } }).loads();
  one.do(decide('r1:old', 'dismiss'));
  const told = one.effects.flatMap((effect) =>
    effect.kind === 'tell-answered' ? [effect.answered.key] : [],
  );
  assert.deepEqual(told, [null]);
});

test('a problem has words, and "not a problem" has a reason', () => {
  for (const how of ['accept', 'dismiss'] as const) {
    const one = opened().do(decide('', how));
    assert.deepEqual([one.session.state?.draft.answers, one.did('focus')], [{}, 1]);
  }
});

test('S2: nothing is decided at a form that is no template, or that is not open', () => {
  const noTemplate = new OneSession({ around: { ...AROUND, rules } }).loads().do(decide('r1:loss'));
  assert.deepEqual([noTemplate.says('b'), noTemplate.effects], [null, []]);
  const loading = new OneSession({ form: template, around: { ...AROUND, rules } });
  assert.deepEqual(loading.do(decide('r1:loss')).effects, []);
});

test('F1: a template is signed by its own rules, and by nobody without them', () => {
  const one = opened().answer('a', 'r1:1').saves();
  one.do({ kind: 'surroundings', around: { ...AROUND, rules: null } }).signs();
  assert.deepEqual([one.session.phase.state, one.enqueued], ['open', []]);
  const plain = new OneSession({ around: { ...AROUND, rules: null } }).loads().answer('a', 'r1:1').saves();
  assert.equal(plain.signs().enqueued.length, 1);
});
