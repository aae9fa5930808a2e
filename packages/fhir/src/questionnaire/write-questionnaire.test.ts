import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assessments } from '@ehch/clinical/assessment';
import { formOfInstrument, type FormDefinition } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import { withInstrumentTotals } from './instrument-totals.ts';
import { readQuestionnaire } from './read-questionnaire.ts';
import { saidInFhir } from './said-in-fhir.fixtures.ts';
import { writeQuestionnaire } from './write-questionnaire.ts';

/** As another program would receive it. */
const again = (form: FormDefinition) =>
  readQuestionnaire(JSON.parse(JSON.stringify(writeQuestionnaire(form)))).form;

test('every instrument is the same form after a round through FHIR', () => {
  for (const instrument of instruments) {
    const form = formOfInstrument(instrument);
    assert.deepEqual(again(form), saidInFhir(form), instrument.id);
  }
});

test('so is every assessment template, with and without the totals of its instruments', () => {
  for (const template of assessments)
    for (const form of [template, withInstrumentTotals(template, instruments)])
      assert.deepEqual(again(form), saidInFhir(form), template.id);
});

test('so is every instrument with its total, and at least thirty have one', () => {
  let totals = 0;
  for (const instrument of instruments) {
    const form = withInstrumentTotals(formOfInstrument(instrument), [instrument]);
    assert.deepEqual(again(form), saidInFhir(form), instrument.id);
    totals += Number(JSON.stringify(form).includes(`"${instrument.id}/calculated-total"`));
  }
  assert.ok(totals >= 30, String(totals));
});

test('points are written under both of their names, and an option without points has neither', () => {
  const written = JSON.stringify(
    writeQuestionnaire({
      id: 'f',
      title: 'F',
      version: '1',
      items: [
        {
          id: 'x',
          type: 'choice',
          text: 'X',
          options: [
            { value: 'a', text: 'A', points: 0 },
            { value: 'b', text: 'B' },
          ],
        },
      ],
    }),
  );
  assert.equal(written.match(/ordinalValue","valueDecimal":0/g)?.length, 1);
  assert.equal(written.match(/itemWeight","valueDecimal":0/g)?.length, 1);
});

test('the owner of the words goes with every form', () => {
  for (const instrument of instruments) {
    const { copyright } = writeQuestionnaire(formOfInstrument(instrument));
    const { notice, licence } = instrument.source as { notice?: string; licence: string };
    assert.ok(typeof copyright === 'string' && copyright.includes(notice ?? licence), instrument.id);
  }
});

test('what FHIR has no element for comes back: units of one substance, plausible ranges, facts, an option with two names', () => {
  const form: FormDefinition = {
    id: 'urn:test:form',
    title: 'F',
    version: '1',
    notices: ['One.', 'Two.'],
    limits: [
      { item: null, words: 'Something is not done.' },
      { item: 'x', words: 'Nor this.' },
    ],
    items: [
      {
        id: 'x',
        type: 'quantity',
        text: 'Creatinine',
        units: [
          { code: 'umol/L', text: 'µmol/L', factor: 1 },
          { code: 'mg/dL', text: 'mg/dL', factor: 88.4 },
        ],
        limits: { min: 1, max: 3000 },
        plausible: { min: 20 },
        fact: 'creatinine',
        fresh: true,
        keptBack: true,
        hint: 'From the laboratory',
      },
      {
        id: 'y',
        type: 'open-choice',
        text: 'Where',
        repeats: true,
        required: true,
        options: [
          {
            value: 'left',
            text: 'Left side',
            code: { system: 'http://snomed.info/sct', code: '7771000', display: 'Left' },
          },
          { value: 'none', text: 'None', exclusive: true },
        ],
        when: {
          match: 'any',
          tests: [
            { item: 'x', operator: '>', value: { type: 'number', value: 5, unit: 'umol/L' } },
            { item: 'x', operator: 'exists', value: { type: 'boolean', value: false } },
          ],
        },
        items: [
          {
            id: 'z',
            type: 'time',
            text: 'When',
            hidden: true,
            readOnly: true,
            initial: [{ type: 'time', value: '09:05' }],
          },
        ],
      },
    ],
  };
  assert.deepEqual(again(form), form);
});
