import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerItem } from '../answer-item.ts';
import type { FormDefinition, FormQuestion } from '../definition.ts';
import { openForm } from '../open.ts';
import { startDraft } from '../start.ts';

const AT = '2026-11-20T09:15:00Z';
const OPTIONS = [
  { value: 'often', text: 'Often', points: 2 },
  { value: 'never', text: 'Never', points: 0 },
  { value: 'not-known', text: 'Not known' },
];

/** What the sum of two scored choices comes to, of what was chosen for the second. */
function totalOf(chosen: readonly string[], more: Partial<FormQuestion> = {}) {
  const question = (id: string) => ({ id, type: 'choice' as const, text: id, options: OPTIONS, ...more });
  const form: FormDefinition = {
    id: 'f',
    title: 'F',
    version: '1',
    items: [
      question('a'),
      question('b'),
      {
        id: 'sum',
        type: 'total',
        text: 'Sum',
        expression: { op: 'sum', of: { op: 'points', of: { op: 'answers', items: ['a', 'b'] } } },
      },
    ],
  };
  let state = openForm(form, startDraft({ id: 'd', resident: 'r', form, at: AT }));
  for (const [id, values] of [
    ['a', ['often']],
    ['b', chosen],
  ] as const)
    ({ state } = answerItem(state, id, {
      state: 'given',
      values: values.map((value) => ({ type: 'option', value })),
      at: AT,
      by: null,
      from: { kind: 'entered' },
    }));
  return state.totals.get('sum');
}

test('a choice that has no points among scored ones leaves the total "so far": it is not nought', () => {
  assert.deepEqual(totalOf(['never']), { state: 'scored', value: 2, missing: [] });
  assert.deepEqual(totalOf(['not-known']), { state: 'scored', value: 2, missing: ['b'] });
});

test('where nothing has points, and where several may be chosen, every answer is one', () => {
  const unscored = OPTIONS.map(({ value, text }) => ({ value, text }));
  assert.deepEqual(totalOf(['not-known'], { options: unscored }), { state: 'nothing', missing: [] });
  assert.deepEqual(totalOf(['not-known'], { repeats: true }), { state: 'scored', value: 2, missing: [] });
});
