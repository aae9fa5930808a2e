import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerItem } from '../answer-item.ts';
import { setAssessedAt } from '../decide.ts';
import { openForm, type OpenOptions } from '../open.ts';
import { askEvaluator, receiveTotals } from '../receive.ts';
import { addRow, removeRow } from '../rows.ts';
import type { Expression } from '../expression.ts';
import type { ExpressionEvaluator, FormChange, FormState } from '../state.ts';
import {
  answers,
  answerTo,
  draftOf,
  echo,
  formOf,
  given,
  integer,
  number,
  plus,
  said,
  someForm,
  sum,
  total,
} from './forms.fixtures.ts';
import { rowsOf } from './layout.ts';
import { settled } from './settle.ts';

const steps = fc.array(
  fc.record({
    what: fc.constantFrom('answer', 'answer', 'answer', 'add', 'remove', 'seen'),
    which: fc.nat(),
    pick: fc.nat(1000),
  }),
  { maxLength: 25 },
);

/** Changing it in place throws. */
function frozen(data: unknown): void {
  if (typeof data !== 'object' || data === null || Object.isFrozen(data)) return;
  Object.freeze(data);
  Object.values(data).forEach(frozen);
}

/** One random press on whatever the form has now. */
function press(
  state: FormState,
  { what, which, pick }: { what: string; which: number; pick: number },
): FormChange {
  const all = [...settled(state).layout.byKey.values()];
  const instance = all[which % all.length];
  const nothing = { state, touched: new Set<string>() };
  if (instance === undefined) return nothing;
  const { key, node } = instance;
  if (what === 'seen') return setAssessedAt(state, `2026-11-${10 + (pick % 20)}T08:00:00Z`);
  if (node.item.type === 'group' && node.item.repeats === true) {
    if (what === 'add' && rowsOf(state.draft, instance).length < 4) return addRow(state, key);
    return what === 'remove'
      ? removeRow(state, key, rowsOf(state.draft, instance)[pick % 3] ?? '1')
      : nothing;
  }
  if (node.item.type === 'group' || node.item.type === 'total' || node.item.type === 'display')
    return nothing;
  return answerItem(state, key, answerTo(node.item, pick));
}

test('F1, F9: after any presses on any form, the state is what opening the draft anew gives; nothing is changed in place', () => {
  const options: OpenOptions = {
    instruments: [echo],
    scoring: { facts: { age: 83 }, settings: { echo: 'own' } },
  };
  fc.assert(
    fc.property(someForm, steps, (form, presses) => {
      let state = openForm(form, draftOf(form), options);
      for (const each of presses) {
        frozen(state.draft);
        const before = said(state);
        const { state: next } = press(state, each);
        assert.deepEqual(said(state), before);
        state = next;
        assert.deepEqual(said(state), said(openForm(form, state.draft, options)));
      }
    }),
    { numRuns: 1500 },
  );
});

test('F2: what a press changed is touched, and nothing that it did not', () => {
  fc.assert(
    fc.property(someForm, steps, (form, presses) => {
      let state = openForm(form, draftOf(form), { instruments: [echo] });
      for (const each of presses) {
        const before = state;
        const { state: after, touched } = press(state, each);
        const keys = new Set(
          [before, after].flatMap((s) => [...s.hidden, ...s.totals.keys(), ...s.scores.keys()]),
        );
        for (const key of keys) {
          const differs =
            before.hidden.has(key) !== after.hidden.has(key) ||
            before.totals.get(key) !== after.totals.get(key) ||
            before.scores.get(key) !== after.scores.get(key);
          // Of a row that is gone nothing is left to draw but its group.
          const gone = !settled(after).layout.byKey.has(key);
          if (differs && !gone) assert.ok(touched.has(key), key);
        }
        for (const key of touched)
          assert.ok(settled(before).layout.byKey.has(key) || settled(after).layout.byKey.has(key));
        state = after;
      }
    }),
    { numRuns: 500 },
  );
});

test('F3: a total that reads nothing of what changed is not evaluated again', () => {
  const counts = new Map<string, number>();
  const counted = (id: string, expression: Expression) => ({
    ...total(id, expression),
    expression: new Proxy(expression, {
      get(target, name) {
        if (name === 'op') counts.set(id, (counts.get(id) ?? 0) + 1);
        return Reflect.get(target, name);
      },
    }),
  });
  const blocks = Array.from({ length: 10 }, (_, b) => [
    ...Array.from({ length: 10 }, (_each, i) => integer(`q${b}.${i}`)),
    counted(`t${b}`, sum(answers(...Array.from({ length: 10 }, (_each, i) => `q${b}.${i}`)))),
  ]);
  const grand = counted('grand', sum(answers(...blocks.map((_, b) => `t${b}`))));
  const form = formOf(...blocks.flat(), grand);
  const state = openForm(form, draftOf(form));
  counts.clear();
  const { state: after, touched } = answerItem(state, 'q3.4', given(number(7)));
  assert.deepEqual(touched, new Set(['q3.4', 't3', 'grand']));
  assert.deepEqual(new Set(counts.keys()), new Set(['t3', 'grand']));
  counts.clear();
  // The same number again: the total is looked at, comes to the same, and nothing behind it is.
  assert.deepEqual(answerItem(after, 'q3.4', given(number(7))).touched, new Set(['q3.4']));
  assert.deepEqual(new Set(counts.keys()), new Set(['t3']));
});

test('F4: totals that need each other are circular, what reads them depends on that, and the rest is right', () => {
  const form = formOf(
    integer('q'),
    total('a', plus(answers('b'), answers('q'))),
    total('b', answers('a')),
    total('own', plus(answers('own'), answers('q'))),
    total('after', plus(answers('a'), answers('q'))),
    total('free', answers('q')),
  );
  const { totals } = openForm(form, draftOf(form, { q: given(number(3)) }));
  for (const id of ['a', 'b', 'own'])
    assert.deepEqual(totals.get(id), { state: 'cannot-score', why: 'circular' });
  assert.deepEqual(totals.get('after'), { state: 'cannot-score', why: 'depends-on-unscored' });
  assert.deepEqual(totals.get('free'), { state: 'scored', value: 3, missing: [] });
});

test('F5: a chain of ten thousand totals is worked out, and in a circle it ends', () => {
  const chain = (first: Expression) =>
    formOf(
      integer('q'),
      total('t0', first),
      ...Array.from({ length: 9999 }, (_, i) =>
        total(`t${i + 1}`, plus(answers(`t${i}`), { op: 'literal', value: 1 })),
      ),
    );
  const open = chain(answers('q'));
  const state = openForm(open, draftOf(open, { q: given(number(1)) }));
  assert.deepEqual(state.totals.get('t9999'), { state: 'scored', value: 10_000, missing: [] });
  const circle = chain(answers('t9999'));
  const { totals } = openForm(circle, draftOf(circle));
  assert.deepEqual(totals.get('t5000'), { state: 'cannot-score', why: 'circular' });
});

const foreign = (text: string, ...items: readonly string[]): Expression => ({
  op: 'foreign',
  language: 'x',
  text,
  items,
});

test('F6: what is beyond the subset waits for the given evaluator, and says what it says', async () => {
  const form = formOf(
    integer('q'),
    integer('other'),
    total('t', foreign('q * 2', 'q')),
    total('g', plus(answers('t'), answers('q'))),
  );
  const asked: string[] = [];
  const evaluator: ExpressionEvaluator = {
    evaluate: async ({ text }, { draft }, at) => {
      asked.push(`${text} at ${at}`);
      const answer = draft.answers['q'];
      const value = answer?.state === 'given' ? answer.values[0]?.value : null;
      if (typeof value !== 'number') throw new Error('Nothing to double.');
      return [value * 2];
    },
  };
  let state = openForm(form, draftOf(form, { q: given(number(4)) }), { evaluator });
  assert.deepEqual(
    [state.totals.get('t'), state.totals.get('g')],
    [{ state: 'waiting' }, { state: 'waiting' }],
  );
  const [first] = state.toEvaluate ?? [];
  assert.ok(first !== undefined);
  const late = await askEvaluator(state, first);
  // What nobody reads does not ask again; what is read does, and the first answer is then about another draft.
  assert.deepEqual(answerItem(state, 'other', given(number(1))).state.toEvaluate, [first]);
  state = answerItem(state, 'q', given(number(5))).state;
  assert.equal(receiveTotals(state, first, late).state, state);
  const [second] = state.toEvaluate ?? [];
  assert.ok(second !== undefined && second !== first);
  const { state: done, touched } = receiveTotals(state, second, await askEvaluator(state, second));
  assert.deepEqual(done.totals.get('t'), { state: 'scored', value: 10, missing: [] });
  assert.deepEqual(done.totals.get('g'), { state: 'scored', value: 15, missing: [] });
  assert.deepEqual(touched, new Set(['t', 'g']));
  assert.deepEqual(done.toEvaluate, []);
  assert.equal(receiveTotals(done, second, [99]).state, done);
  const cleared = answerItem(done, 'q', null).state;
  const [third] = cleared.toEvaluate ?? [];
  assert.ok(third !== undefined);
  const failed = receiveTotals(cleared, third, await askEvaluator(cleared, third)).state;
  assert.deepEqual(failed.totals.get('t'), { state: 'cannot-score', why: 'evaluator-failed' });
  assert.deepEqual(failed.totals.get('g'), { state: 'cannot-score', why: 'depends-on-unscored' });
  assert.equal(asked.length, 3);
});

test('F7: without an evaluator the same is unsupported, and never a number', () => {
  const form = formOf(integer('q'), total('t', foreign('q * 2', 'q')));
  const { totals, toEvaluate } = openForm(form, draftOf(form, { q: given(number(4)) }));
  assert.deepEqual(totals.get('t'), { state: 'cannot-score', why: 'unsupported' });
  assert.deepEqual(toEvaluate, []);
});

test('F8: a state changed by hand is worked out before it is changed', () => {
  const form = formOf(integer('q'), integer('r'), total('t', sum(answers('q', 'r'))), {
    id: 'g',
    type: 'group',
    text: 'g',
    instrument: 'echo',
    items: [],
  });
  const state = openForm(form, draftOf(form), { instruments: [echo] });
  const byHand = { ...state, draft: draftOf(form, { q: given(number(2)) }) };
  const bare: FormState = {
    form,
    draft: byHand.draft,
    hidden: new Set(),
    totals: new Map(),
    scores: new Map(),
  };
  const fromOtherCopy = { ...bare, notes: { kind: 'form-notes' as const, options: { instruments: [echo] } } };
  for (const each of [byHand, bare, fromOtherCopy]) {
    const { totals, scores } = answerItem(each, 'r', given(number(3))).state;
    assert.deepEqual(totals.get('t'), { state: 'scored', value: 5, missing: [] });
    assert.equal(scores.has('g'), each !== bare);
  }
});
