import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../form/answer.ts';
import { answerItem } from '../../form/answer-item.ts';
import { answerOf } from '../../form/answer-of.ts';
import { asked } from '../../form/asked.ts';
import type { FormDefinition } from '../../form/definition.ts';
import type { Draft } from '../../form/draft.ts';
import { openForm } from '../../form/open.ts';
import { startDraft } from '../../form/start.ts';
import { mergeDrafts } from './merge-drafts.ts';

const form: FormDefinition = {
  id: 'f',
  title: 'F',
  version: '1',
  items: [
    {
      id: 'problem',
      type: 'text',
      text: 'Problem',
      repeats: true,
      items: [{ id: 'since', type: 'text', text: 'Since' }],
    },
  ],
};
const START = '2026-11-12T09:00:00Z';
const LATER = '2026-11-12T10:00:00Z';
const begun = startDraft({ id: 'd', resident: 'r', form, at: START });

function say(words: readonly string[], at = START): Answer {
  const values = words.map((value) => ({ type: 'text', value }) as const);
  return { state: 'given', values, at, by: null, from: { kind: 'entered' } };
}

function edit(draft: Draft, ...answers: readonly (readonly [string, Answer | null])[]): Draft {
  return answers.reduce((state, [key, answer]) => answerItem(state, key, answer).state, openForm(form, draft))
    .draft;
}

/** What is said about each answer, as a person sees it. */
function about(draft: Draft): readonly (readonly [unknown, unknown])[] {
  const state = openForm(form, draft);
  const [question] = asked(state);
  const answer = answerOf(state, 'problem');
  const said = (each: Answer | null) => (each?.state === 'given' ? each.values[0]?.value : null);
  return (question?.rows ?? []).map(({ children }, i) => [
    answer?.state === 'given' ? answer.values[i]?.value : null,
    said(answerOf(state, children[0]?.key ?? '')),
  ]);
}

test('what was said about an answer stays with it where the other person changed the answers', () => {
  const base = edit(begun, ['problem', say(['falls', 'pain'])]);
  const mine = edit(base, ['since[1]', say(['May'], LATER)]);
  const theirs = edit(base, ['problem', say(['pain'], LATER)], ['since[2]', say(['June'], LATER)]);
  for (const [one, other] of [
    [mine, theirs],
    [theirs, mine],
  ] as const)
    assert.deepEqual(about(mergeDrafts(form, base, one, other).draft), [['pain', 'June']]);
});

test('what two people said about answers of their own is never of the answer that settles it', () => {
  const mine = edit(begun, ['problem', say(['falls'])], ['since[1]', say(['May'])]);
  const theirs = edit(begun, ['problem', say(['pain'], LATER)]);
  const { draft, conflicts } = mergeDrafts(form, begun, mine, theirs);
  assert.deepEqual(
    conflicts.map(({ kind }) => kind),
    ['answer'],
  );
  const settled = edit(draft, ['problem', say(['pain'], LATER)]);
  assert.deepEqual(about(settled), [['pain', null]]);
  // Nor is it lost.
  assert.match(JSON.stringify(settled), /May/);
});
