import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templateOf } from '@ehch/clinical/assessment';
import { answerItem, formOfInstrument, openForm, startDraft, type FormDefinition } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import { isObject, listAt, type JsonObject } from '../entry.ts';
import { withInstrumentTotals } from './instrument-totals.ts';
import { readQuestionnaire } from './read-questionnaire.ts';
import { writeQuestionnaire } from './write-questionnaire.ts';

const cga = templateOf('cga', '1');
assert.ok(cga);
const AT = '2026-11-21T09:15:00Z';

function opened(json: unknown) {
  const { form } = readQuestionnaire(json);
  assert.ok(form);
  return openForm(form, startDraft({ id: 'd', resident: 'r', form, at: AT }), { instruments });
}

/** The form as it is sent, with something different in every item. */
function changed(form: FormDefinition, change: (item: JsonObject) => JsonObject): JsonObject {
  const walk = (item: unknown): unknown => {
    if (!isObject(item)) return item;
    const under = listAt(item, 'item');
    return change({ ...item, ...(under.length === 0 ? {} : { item: under.map(walk) }) });
  };
  const json = writeQuestionnaire(form);
  return { ...json, item: listAt(json, 'item').map(walk) };
}

const news2 = instruments.find(({ id }) => id === 'news2');
assert.ok(news2);
const form = formOfInstrument(news2);

test('every instrument, alone and within the CGA, can be scored again after it was sent as a Questionnaire', () => {
  for (const each of [...instruments.map((one) => formOfInstrument(one)), cga])
    for (const sent of [each, withInstrumentTotals(each, instruments)]) {
      const { notScored } = opened(writeQuestionnaire(sent));
      assert.deepEqual([...(notScored ?? [])], [], each.id);
    }
});

const POSING: Readonly<Record<string, (item: JsonObject) => JsonObject>> = {
  'in other words': (item) =>
    item['linkId'] === 'news2/pulse' ? { ...item, text: 'Breaths a minute' } : item,
  'with other choices': (item) =>
    item['linkId'] === 'news2/acvpu'
      ? { ...item, answerOption: listAt(item, 'answerOption').slice(1) }
      : item,
  'filled in beforehand': (item) =>
    item['linkId'] === 'news2/pulse' ? { ...item, initial: [{ valueInteger: 70 }] } : item,
  'under names of its own': (item) => ({ ...item, linkId: String(item['linkId']).replace('news2/', '') }),
  'with a question more': (item) =>
    item['linkId'] === 'news2'
      ? { ...item, item: [...listAt(item, 'item'), { linkId: 'ageYears', type: 'integer', text: 'Age' }] }
      : item,
};

for (const [how, change] of Object.entries(POSING))
  test(`a form that asks an instrument's questions ${how} gets no score of ours, and says so`, () => {
    const { scores, notScored } = opened(changed(form, change));
    assert.deepEqual([...scores], []);
    assert.deepEqual([...(notScored ?? [])], [['news2', 'other-questions']]);
  });

test('a part that names an unknown instrument says so, and its answers are kept', () => {
  const renamed = JSON.parse(
    JSON.stringify(writeQuestionnaire(form)).replaceAll('news2', 'news3'),
  ) as unknown;
  const state = opened(renamed);
  assert.deepEqual([...(state.notScored ?? [])], [['news3', 'unknown-instrument']]);
  const { state: after, touched } = answerItem(state, 'news3/pulse', {
    state: 'given',
    values: [{ type: 'number', value: 80 }],
    at: AT,
    by: null,
    from: { kind: 'entered' },
  });
  assert.ok(after.draft.answers['news3/pulse']);
  assert.deepEqual([...touched], ['news3/pulse']);
  assert.deepEqual([...after.scores], []);
});
