import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf } from '../form/answer-of.ts';
import { answered, find, answerOfWord, NURSE, SEEN, startOf } from './answered.fixtures.ts';
import { answerItem } from '../form/answer-item.ts';
import { candidatesOf, problemsOf } from './candidates.ts';
import { cga1 } from './cga/cga-1.ts';
import { acceptCandidate, dismissCandidate } from './decide-candidate.ts';
import type { CandidateProblem } from './types.ts';
import type { FormState } from '../form/state.ts';

const DECIDED = { at: '2026-11-12T10:00:00Z', by: NURSE };

function only(state: FormState): CandidateProblem {
  const all = candidatesOf(cga1, state);
  assert.equal(all.length, 1);
  return all[0] ?? assert.fail();
}

test('a candidate is on no list until a person accepts it, and then in the words that they left standing', () => {
  const state = answered(cga1, { intake: 'less' });
  assert.equal(answerOf(state, 'problem-name[1]'), null);
  const candidate = only(state);
  assert.equal(candidate.reason.words, 'Eating and drinking: Less than usual');
  const { state: after, touched } = acceptCandidate(
    state,
    candidate,
    'Eats little since the infection',
    DECIDED,
  );
  const name = answerOf(after, 'problem-name[1]');
  assert.deepEqual(name?.state === 'given' && name.values, [
    { type: 'text', value: 'Eats little since the infection' },
  ]);
  assert.ok(touched.has('problem-name[1]'));
  assert.equal(only(after).decision?.state, 'accepted');
});

test('an accepted candidate never writes over a problem that is on the list', () => {
  const state = answered(cga1, { intake: 'less', 'problem-name[1]': 'Falls', 'problem-owner[2]': 'GP' });
  const { state: after } = acceptCandidate(state, only(state), 'Eats little', DECIDED);
  assert.deepEqual(after.draft.rows['problems'], ['1', '2', '3']);
  const at = (key: string) => {
    const answer = answerOf(after, key);
    return answer?.state === 'given' ? answer.values[0]?.value : null;
  };
  assert.deepEqual(
    [at('problem-name[1]'), at('problem-name[2]'), at('problem-name[3]')],
    ['Falls', null, 'Eats little'],
  );
});

test('a name that the list does not take accepts nothing', () => {
  const state = answered(cga1, { intake: 'less' });
  const change = acceptCandidate(state, only(state), 'x'.repeat(5000), DECIDED);
  assert.ok(change.refused !== undefined);
  assert.equal(only(change.state).decision, null);
});

test('a dismissed candidate stays dismissed while the reason is the same, whatever else is answered', () => {
  const state = answered(cga1, { intake: 'less' });
  const { state: dismissed } = dismissCandidate(state, only(state), 'fasting for a test', DECIDED);
  const other = answered(cga1, { sleep: 'good' }, { from: dismissed.draft });
  assert.equal(only(other).decision?.state, 'dismissed');
});

test('when the reason changes it is asked again, with the earlier decision beside it', () => {
  const state = answered(cga1, { intake: 'less' });
  const { state: dismissed } = dismissCandidate(state, only(state), 'fasting for a test', DECIDED);
  const { question } = find(cga1.items, 'intake', null);
  const { state: worse } = answerItem(dismissed, 'intake', answerOfWord(question, 'little'));
  const again = only(worse);
  assert.equal(again.decision, null);
  assert.equal(again.earlier?.state, 'dismissed');
  const { state: back } = answerItem(worse, 'intake', answerOfWord(question, 'less'));
  assert.equal(only(back).decision?.state, 'dismissed');
});

test('a decision that does not say what it was about is not taken to hold', () => {
  const state = answered(
    cga1,
    { intake: 'less' },
    {
      from: {
        ...startOf(cga1),
        decisions: { 'low-intake': { state: 'dismissed', reason: 'no', at: SEEN, by: null } },
      },
    },
  );
  assert.equal(only(state).decision, null);
  assert.ok(only(state).earlier);
});

test('a finished assessment keeps what was decided although the rule no longer raises it', () => {
  const state = answered(cga1, { intake: 'less' });
  const { state: accepted } = acceptCandidate(state, only(state), 'Eats little', DECIDED);
  const { state: eats } = answerItem(
    accepted,
    'intake',
    answerOfWord(find(cga1.items, 'intake', null).question, 'usual'),
  );
  assert.deepEqual(candidatesOf(cga1, eats), []);
  const [problem, ...rest] = problemsOf(cga1, eats);
  assert.equal(rest.length, 0);
  assert.equal(problem?.problem, 'Eats little');
  assert.equal(problem?.reason.words, 'Eating and drinking: Less than usual');
  const name = answerOf(eats, 'problem-name[1]');
  assert.equal(name?.state, 'given');
});

test('a template that is not the form’s own is refused', () => {
  assert.throws(() => candidatesOf({ ...cga1, version: '2' }, answered(cga1, {})), { code: 'bad-argument' });
});

test('a concern about safeguarding is never raised as a problem, and its name is no reason of one', () => {
  const state = answered(cga1, { safeguarding: 'yes' });
  assert.deepEqual(candidatesOf(cga1, state), []);
});
