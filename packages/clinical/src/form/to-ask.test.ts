import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerItem } from './answer-item.ts';
import type { Answer } from './answer.ts';
import type { FormDefinition, FormItem } from './definition.ts';
import { openForm } from './open.ts';
import { addRow } from './rows.ts';
import { startDraft } from './start.ts';
import type { FormState } from './state.ts';
import { nextUnanswered, tallyOf, toAsk } from './to-ask.ts';

const AT = '2026-11-12T09:15:00Z';
const text = (id: string, more: object = {}): FormItem => ({ id, type: 'text', text: id, ...more });
const group = (id: string, items: readonly FormItem[], more: object = {}): FormItem => ({
  id,
  type: 'group',
  text: id,
  items,
  ...more,
});
const FORM: FormDefinition = {
  id: 'f',
  title: 'F',
  version: '1',
  items: [
    group('one', [
      text('a'),
      text('b', {
        when: {
          match: 'all',
          tests: [{ item: 'a', operator: '=', value: { type: 'text', value: 'yes' } }],
        },
      }),
      text('note', { optional: true }),
      text('shown', { readOnly: true }),
    ]),
    group('two', [text('name'), text('since'), text('remark', { optional: true })], { repeats: true }),
    group('three', [text('c')]),
  ],
};
const opened = () => openForm(FORM, startDraft({ id: 'd', resident: 'r', form: FORM, at: AT }));
const said = (value: string): Answer => ({
  state: 'given',
  values: [{ type: 'text', value }],
  at: AT,
  by: null,
  from: { kind: 'entered' },
});
const refused: Answer = { state: 'refused', reason: null, at: AT, by: null };
const answer = (state: FormState, key: string, of: Answer = said('x')) => answerItem(state, key, of).state;

test('P3: what is shown, can be answered and has no answer is to ask, and nothing else', () => {
  assert.deepEqual(toAsk(opened()), ['a', 'name[1]', 'c']);
  assert.deepEqual(toAsk(answer(opened(), 'a', said('yes'))), ['b', 'name[1]', 'c']);
  assert.deepEqual(toAsk(answer(opened(), 'a', refused)), ['name[1]', 'c']);
  assert.deepEqual(toAsk(opened(), 'one'), ['a']);
  assert.throws(() => toAsk(opened(), 'four'), { code: 'bad-argument' });
});

test('P3: a row of which nobody has said anything is one question; once begun it asks for the rest', () => {
  const begun = answer(opened(), 'name[1]');
  assert.deepEqual(toAsk(begun, 'two'), ['since[1]']);
  assert.deepEqual(toAsk(addRow(begun, 'two').state, 'two'), ['since[1]', 'name[2]']);
  assert.deepEqual(toAsk(answer(opened(), 'remark[1]'), 'two'), ['name[1]', 'since[1]']);
});

test('P3: a row is asked for by the first of its fields that is on screen', () => {
  const never = text('number', { hidden: true });
  const later = text('more', {
    when: {
      match: 'all',
      tests: [{ item: 'name', operator: 'exists', value: { type: 'boolean', value: true } }],
    },
  });
  const items = [group('rows', [never, later, text('name'), text('since')], { repeats: true })];
  const form: FormDefinition = { ...FORM, items };
  const state = openForm(form, startDraft({ id: 'd', resident: 'r', form, at: AT }));
  assert.deepEqual(toAsk(state), ['name[1]']);
});

test('P3: counts say what is known, what of it was not assessed, and what is to ask', () => {
  const state = answer(answer(opened(), 'a'), 'c', refused);
  assert.deepEqual(tallyOf(state), { known: 2, notAssessed: 1, toAsk: 1 });
  assert.deepEqual(tallyOf(state, 'two'), { known: 0, notAssessed: 0, toAsk: 1 });
});

test('P4: the next unanswered question is the one after where the person is, and the first after the last', () => {
  assert.equal(nextUnanswered(opened(), null), 'a');
  assert.equal(nextUnanswered(opened(), 'a'), 'name[1]');
  assert.equal(nextUnanswered(opened(), 'one'), 'a');
  assert.equal(nextUnanswered(opened(), 'c'), 'a');
  assert.equal(nextUnanswered(opened(), 'gone'), 'a');
  assert.equal(nextUnanswered(opened(), 'a', 'one'), 'a');
});

test('P4: going from one to the next and answering each comes to an end with nothing left to ask', () => {
  const words = fc.constantFrom(said('yes'), said('no'), refused);
  fc.assert(
    fc.property(fc.array(words, { minLength: 30, maxLength: 30 }), (answers) => {
      let state = opened();
      let at: string | null = null;
      for (const each of answers) {
        at = nextUnanswered(state, at);
        if (at === null) break;
        state = answer(state, at, each);
      }
      assert.equal(nextUnanswered(state, null), null);
      assert.deepEqual(toAsk(state), []);
      assert.equal(tallyOf(state).toAsk, 0);
    }),
  );
});
