import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EhchError } from '../errors.ts';
import { answerItem } from './answer-item.ts';
import type { FormDefinition } from './definition.ts';
import type { Draft } from './draft.ts';
import {
  answerTo,
  bool,
  choice,
  draftOf,
  formOf,
  given,
  integer,
  number,
  option,
  refused,
  someForm,
  text,
  yesNo,
} from './engine/forms.fixtures.ts';
import { settled } from './engine/settle.ts';
import { openForm } from './open.ts';

const version = (form: FormDefinition, to: string): FormDefinition => ({ ...form, version: to });

test('V1: each answer that still has a place stays, and the rest is set aside with its version', () => {
  const v1 = formOf(
    integer('kept'),
    integer('gone'),
    choice('narrowed'),
    yesNo('retyped'),
    integer('limited'),
    { id: 'words', type: 'text', text: 'w' },
  );
  const v2 = version(
    formOf(
      integer('kept'),
      choice('narrowed', { options: [{ value: 'a', text: 'A' }] }),
      integer('retyped'),
      integer('limited', { limits: { max: 5 } }),
      { id: 'words', type: 'group', text: 'w', items: [] },
    ),
    '2',
  );
  const draft = draftOf(v1, {
    kept: given(number(1)),
    gone: given(number(2)),
    narrowed: given(option('b')),
    retyped: given(bool(true)),
    limited: given(number(9)),
    words: given(text('thin')),
  });
  const { draft: opened } = openForm(v2, draft);
  assert.deepEqual(opened.form, { id: 'form', version: '2' });
  assert.deepEqual(Object.keys(opened.answers), ['kept']);
  assert.deepEqual(
    opened.setAside?.map(({ key, why }) => `${key}: ${why}`),
    [
      'gone: no-such-item',
      'narrowed: does-not-fit',
      'retyped: does-not-fit',
      'limited: does-not-fit',
      'words: does-not-fit',
    ],
  );
  for (const { key, answer, form } of opened.setAside ?? [])
    assert.deepEqual([answer, form], [draft.answers[key], draft.form]);
});

test('V1: "not assessed" has a place wherever the question is', () => {
  const v2 = version(formOf(yesNo('q')), '2');
  assert.deepEqual(openForm(v2, draftOf(formOf(choice('q')), { q: refused })).draft.answers, { q: refused });
});

test('V1: what was answered about an answer that is set aside is set aside with it', () => {
  const v1 = formOf(choice('q', { repeats: true, items: [integer('about')] }));
  const v2 = version(formOf(choice('q', { repeats: true, options: [], items: [integer('about')] })), '2');
  const { draft } = openForm(v2, draftOf(v1, { q: given(option('a')), 'about[1]': given(number(3)) }));
  assert.deepEqual(
    draft.setAside?.map(({ key }) => key),
    ['q', 'about[1]'],
  );
});

test('V2: it stays in the draft through later changes, and comes back where there is a place and nothing stands in it', () => {
  const v1 = formOf(integer('q'), integer('r'));
  const v2 = version(formOf(integer('r')), '2');
  const v3 = version(v1, '3');
  const draft = draftOf(v1, { q: given(number(1)), r: given(number(2)) });
  const second = answerItem(openForm(v2, draft), 'r', given(number(5))).state.draft;
  assert.deepEqual(
    second.setAside?.map(({ key }) => key),
    ['q'],
  );
  const third = openForm(v3, JSON.parse(JSON.stringify(second)) as Draft).draft;
  assert.deepEqual(
    [third.answers['q'], third.answers['r'], third.setAside],
    [given(number(1)), given(number(5)), undefined],
  );
  const answered: Draft = { ...second, answers: { ...second.answers, q: given(number(8)) } };
  const kept = openForm(v3, answered).draft;
  assert.deepEqual(
    [kept.answers['q'], kept.setAside?.map(({ answer }) => answer)],
    [given(number(8)), [given(number(1))]],
  );
});

test('V2: of two answers that were set aside for one question the newest that it takes comes back, and the other is kept', () => {
  const asNumber = formOf(integer('q'));
  const asYesNo = version(formOf(yesNo('q')), '2');
  const gone = version(formOf(integer('other')), '3');
  const first = openForm(asYesNo, draftOf(asNumber, { q: given(number(1)) }));
  const second = openForm(gone, answerItem(first, 'q', given(bool(true))).state.draft).draft;
  const kept = (draft: Draft) => draft.setAside?.map(({ answer }) => answer);
  assert.deepEqual(kept(second), [given(number(1)), given(bool(true))]);
  const again = openForm(version(asYesNo, '4'), second).draft;
  assert.deepEqual([again.answers['q'], kept(again)], [given(bool(true)), [given(number(1))]]);
  const number1 = openForm(version(asNumber, '5'), second).draft;
  assert.deepEqual([number1.answers['q'], kept(number1)], [given(number(1)), [given(bool(true))]]);
});

test('V4: a draft of another form is refused, although it has the same ids', () => {
  const form = formOf(integer('1'));
  assert.throws(
    () => openForm({ ...form, id: 'another' }, draftOf(form, { 1: given(number(4)) })),
    (error) => error instanceof EhchError && error.code === 'bad-argument',
  );
});

test('V1, V2: between any two forms no answer is lost, and nothing of the draft is changed in place', () => {
  fc.assert(
    fc.property(
      someForm,
      someForm,
      fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
      (one, other, picks) => {
        let state = openForm(one, draftOf(one));
        for (const [i, { key, node }] of [...settled(state).layout.byKey.values()].entries()) {
          const answer = answerTo(node.item, picks[i % 12] ?? 0);
          if (answer !== null && settled(state).layout.byKey.has(key))
            state = answerItem(state, key, answer).state;
        }
        const before = JSON.stringify(state.draft);
        const { draft } = openForm(version(other, '2'), state.draft);
        assert.equal(JSON.stringify(state.draft), before);
        const all = new Map([
          ...(draft.setAside ?? []).map(({ key, answer }) => [key, answer] as const),
          ...Object.entries(draft.answers),
        ]);
        assert.deepEqual(all, new Map(Object.entries(state.draft.answers)));
        assert.deepEqual(openForm(version(one, '3'), draft).draft.answers, { ...state.draft.answers });
      },
    ),
    { numRuns: 500 },
  );
});

test('V3: decisions and dates are kept, and a draft of this very form is the same object', () => {
  const form = formOf(integer('q'));
  const draft = draftOf(form, { q: given(number(1)) });
  assert.equal(openForm(form, draft).draft, draft);
  const { draft: opened } = openForm(version(form, '2'), draft);
  assert.deepEqual({ ...opened, form: draft.form }, draft);
});

test('A form with two items of one id is refused', () => {
  const form = formOf(integer('q'), integer('q'));
  assert.throws(
    () => openForm(form, draftOf(form)),
    (error) => error instanceof EhchError && error.code === 'bad-configuration',
  );
});
