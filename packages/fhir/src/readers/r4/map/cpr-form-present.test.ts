import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishAssessment, templateOf } from '@ehch/clinical/assessment';
import { answerItem, openForm, startDraft } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';

import { writeResponse } from '../../../questionnaire/write-response.ts';
import { about, observation, section, type Json } from '../../../record.fixtures.ts';

/** What the limits say about CPR, and how much of it was not understood. */
function told(...resources: readonly Json[]) {
  const found = section('limits', resources);
  assert.ok(found.state === 'known' && found.content.kind === 'recorded');
  const { cpr, decisions } = found.content.value;
  return {
    cpr: cpr.map(({ decision }) => decision),
    about: decisions.filter(({ kind }) => kind === 'about-cpr').map(({ text }) => text),
    gaps: found.gaps,
  };
}

const form = (text: string, answer: Json) =>
  about('QuestionnaireResponse', 'q', {
    status: 'completed',
    authored: '2026-11-01',
    item: [{ linkId: '1', text, answer: [answer] }],
  });

for (const [value, words] of [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['not-known', 'Not known'],
] as const) {
  test(`our own CGA's answer ${value} to "a form about CPR is in the home" decides nothing, and is understood`, () => {
    const cga = templateOf('cga') ?? assert.fail();
    const at = '2026-11-20T09:15:00Z';
    const start = startDraft({ id: 'd', resident: 'p1', form: cga, at });
    const { state } = answerItem(openForm(cga, start, { instruments }), 'cpr-form', {
      state: 'given',
      values: [{ type: 'option', value }],
      at,
      by: null,
      from: { kind: 'entered' },
    });
    const { draft } = finishAssessment(state, { at, by: { name: 'S. Okafor', role: null }, template: cga });
    const options = { status: 'completed', subject: 'Patient/p1', authored: at } as const;
    assert.deepEqual(told({ ...writeResponse(cga, draft, options), id: 'q' }), {
      cpr: [],
      about: [`the decision itself is not said here: Limits: A form about CPR is in the home: ${words}`],
      gaps: [],
    });
  });
}

test('whether there is a form, and where it is kept, decides nothing, whatever the words', () => {
  for (const [question, answer, words] of [
    ['Is there a CPR form in the home?', { valueBoolean: true }, 'Yes'],
    ['CPR form', { valueString: 'In the office' }, 'In the office'],
    ['Location of DNACPR form', { valueString: 'Red folder' }, 'Red folder'],
    ['Where is the DNACPR form kept?', { valueString: 'Red folder' }, 'Red folder'],
  ] as const)
    assert.deepEqual(told(form(question, answer)), {
      cpr: [],
      about: [`the decision itself is not said here: ${question}: ${words}`],
      gaps: [],
    });
});

test('a form that states the decision is read as that decision', () => {
  assert.deepEqual(told(form('CPR form', { valueString: 'Not for CPR' })).cpr, ['do-not-attempt']);
});

test('the absence of a form is shown beside a decision of the same day', () => {
  const decided = observation('o', { text: 'Not for CPR' }, { effectiveDateTime: '2026-11-01' });
  const found = told(decided, form('A form about CPR is in the home', { valueBoolean: false }));
  assert.deepEqual(found.cpr, ['do-not-attempt']);
  assert.equal(found.about.length, 1);
});
