import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answerItem,
  openForm,
  startDraft,
  type Answer,
  type AnswerValue,
  type Draft,
  type FormDefinition,
} from '@ehch/clinical/form';
import { readResponse } from './read-response.ts';
import { writeResponse } from './write-response.ts';

const AT = '2026-11-21T14:20:00Z';
const fell = { item: 'fell', operator: '=', value: { type: 'boolean', value: true } } as const;
const form: FormDefinition = {
  id: 'f',
  title: 'F',
  version: '1',
  items: [
    { id: 'fell', type: 'boolean', text: 'Fell' },
    { id: 'hurt', type: 'text', text: 'Hurt', when: { match: 'all', tests: [fell] } },
    { id: 'concern', type: 'boolean', text: 'Concern', keptBack: true },
    {
      id: 'g',
      type: 'group',
      text: 'G',
      repeats: true,
      items: [{ id: 'private', type: 'text', text: 'Private', keptBack: true }],
    },
    { id: 'note', type: 'text', text: 'Note' },
  ],
};

const given = (value: AnswerValue): Answer => ({
  state: 'given',
  values: [value],
  at: AT,
  by: null,
  from: { kind: 'entered' },
});
const yes = given({ type: 'boolean', value: true });
const no = given({ type: 'boolean', value: false });
const words = given({ type: 'text', value: 'wrist' });

const OWN: Draft = {
  ...[
    ['fell', yes],
    ['hurt', words],
    ['fell', no],
    ['concern', yes],
    ['private[1]', words],
    ['note', words],
  ].reduce(
    (state, [key, answer]) => answerItem(state, key as string, answer as Answer).state,
    openForm(form, startDraft({ id: 'd', resident: 'r1', form, at: AT })),
  ).draft,
  setAside: [{ key: 'gone', answer: words, form: { id: 'f', version: '0' }, why: 'no-such-item' }],
  disputed: { answers: { x: [yes, no] }, decisions: {}, assessedAt: null },
};

const response = writeResponse(form, OWN, { status: 'in-progress', subject: 'Patient/17', authored: AT });
const read = (own?: Draft) =>
  readResponse(response, form, {
    subject: 'Patient/17',
    resident: 'r1',
    id: 'd',
    at: AT,
    ...(own === undefined ? {} : { own }),
  }).draft;

test('only what a response never carries comes from the local copy', () => {
  assert.deepEqual(read(OWN), OWN);
  const { note: _, ...others } = OWN.answers;
  assert.deepEqual(Object.keys(read()?.answers ?? {}), ['fell', 'note']);
  // An answer that the other person took away stays away.
  const without = writeResponse(
    form,
    { ...OWN, answers: others },
    {
      status: 'in-progress',
      subject: 'Patient/17',
      authored: AT,
    },
  );
  const { draft } = readResponse(without, form, {
    subject: 'Patient/17',
    resident: 'r1',
    id: 'd',
    at: AT,
    own: OWN,
  });
  assert.equal(draft?.answers['note'], undefined);
});

test('a copy of another draft, resident or version gives nothing', () => {
  for (const other of [{ id: 'e' }, { resident: 'r2' }, { form: { id: 'f', version: '2' } }])
    assert.deepEqual(read({ ...OWN, ...other }), read());
});

test('answers on which two people disagree are never sent as completed', () => {
  const said = (value: boolean) => given({ type: 'boolean', value });
  const draft: Draft = {
    ...startDraft({ id: 'd', resident: 'r', form, at: AT }),
    disputed: { answers: { fell: [said(true), said(false)] }, decisions: {}, assessedAt: null },
  };
  const sent = { subject: 'Patient/r', authored: AT } as const;
  assert.throws(() => writeResponse(form, draft, { ...sent, status: 'completed' }), { code: 'bad-argument' });
  assert.doesNotThrow(() => writeResponse(form, draft, { ...sent, status: 'in-progress' }));
});
