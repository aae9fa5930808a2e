import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  about,
  content,
  hl7,
  observation,
  section,
  snomed,
  value,
  type Json,
} from '../../../record.fixtures.ts';

const forCpr = snomed('450475007');
const notForCpr = snomed('450476008');

/**
 * What the limits say about CPR: decisions in force, other statements, and whether something was not
 * understood.
 */
function told(...resources: readonly Json[]) {
  const found = section('limits', resources);
  assert.ok(found.state === 'known' && found.content.kind === 'recorded');
  const { cpr, decisions } = found.content.value;
  return {
    cpr: cpr.map(({ decision }) => decision),
    about: decisions.filter(({ kind }) => kind === 'about-cpr').map(({ text }) => text),
    gaps: found.gaps.length,
  };
}

const CODE_WORDS = 'Not for attempted cardiopulmonary resuscitation';

for (const [name, fields, words] of [
  ['false', { valueBoolean: false }, `${CODE_WORDS}: No`],
  [
    'No',
    { valueCodeableConcept: snomed('373067005', 'No (qualifier value)') },
    `${CODE_WORDS}: No (qualifier value)`,
  ],
  ['Absent', { valueCodeableConcept: snomed('2667000', 'Absent') }, `${CODE_WORDS}: Absent`],
  ['the word no', { valueString: 'no' }, `${CODE_WORDS}: no`],
  ['contrary words', { valueString: 'For CPR' }, `${CODE_WORDS}: For CPR`],
  ['a contrary code', { valueCodeableConcept: snomed('450475007', 'For CPR') }, `${CODE_WORDS}: For CPR`],
  ['words of another kind', { valueString: 'only in hospital' }, `${CODE_WORDS}: only in hospital`],
  ['a number', { valueInteger: 0 }, `${CODE_WORDS}: 0`],
] as const) {
  test(`an observation "not for CPR" with the value ${name} is neither that decision nor its opposite`, () => {
    assert.deepEqual(told(observation('o', notForCpr, fields)), {
      cpr: [],
      about: [`could not be understood, see the record: ${words}`],
      gaps: 1,
    });
  });

  test(`with the value ${name} it replaces no older decision`, () => {
    const older = observation('older', forCpr, { effectiveDateTime: '2026-01-05' });
    assert.deepEqual(told(older, observation('o', notForCpr, fields)).cpr, ['attempt']);
  });
}

for (const [name, fields] of [
  ['no value', {}],
  ['true', { valueBoolean: true }],
  ['Yes', { valueCodeableConcept: snomed('373066001', 'Yes') }],
  ['the same words', { valueString: 'DNACPR' }],
  ['the same code', { valueCodeableConcept: notForCpr }],
] as const) {
  test(`an observation "not for CPR" with ${name} is the decision`, () =>
    assert.deepEqual(told(observation('o', notForCpr, fields)), {
      cpr: ['do-not-attempt'],
      about: [],
      gaps: 0,
    }));
}

test('a finding without a value, for a stated reason, is no decision and shows the reason', () => {
  const absent = { dataAbsentReason: hl7('data-absent-reason', 'asked-declined') };
  assert.deepEqual(told(observation('o', notForCpr, absent)), {
    cpr: [],
    about: [`no decision: ${CODE_WORDS}: declined`],
    gaps: 0,
  });
});

test('a question about CPR that is answered in words is read by its answer alone', () => {
  const status = (fields: Json) => told(observation('o', { text: 'Resuscitation status' }, fields));
  assert.deepEqual(status({ valueString: 'Not for resuscitation' }).cpr, ['do-not-attempt']);
  assert.deepEqual(status({ valueString: 'For full resuscitation' }).cpr, ['attempt']);
  assert.deepEqual(status({ valueBoolean: true }), {
    cpr: [],
    about: ['could not be understood, see the record: Resuscitation status: Yes'],
    gaps: 1,
  });
  assert.equal(status({}).gaps, 1);
  assert.deepEqual(status({ valueString: 'Unknown' }).about, ['no decision: Resuscitation status: Unknown']);
});

test('a part of a panel that decides about CPR is read like an observation of its own', () => {
  const panel = observation(
    'o',
    { text: 'Admission sheet' },
    {
      component: [
        { code: { text: 'Diet' }, valueString: 'soft' },
        { code: { text: 'CPR status' }, valueCodeableConcept: notForCpr },
      ],
    },
  );
  assert.deepEqual(told(panel).cpr, ['do-not-attempt']);
});

const condition = (fields: Json): Json =>
  about('Condition', 'c', { clinicalStatus: hl7('condition-clinical', 'active'), ...fields });

test('a condition that says "not for CPR" in words alone is a decision', () => {
  assert.deepEqual(told(condition({ code: { text: 'Not for attempted CPR' } })).cpr, ['do-not-attempt']);
});

for (const status of ['unconfirmed', 'provisional', 'differential']) {
  test(`a condition about CPR that is ${status} says so, and replaces no decision`, () => {
    const found = condition({ code: notForCpr, verificationStatus: hl7('condition-ver-status', status) });
    assert.deepEqual(value('limits', [found]).cpr[0]?.cautions, ['unconfirmed']);
  });
}

for (const [name, fields, why] of [
  [
    'has a clinical status that is over',
    { clinicalStatus: hl7('condition-clinical', 'resolved') },
    'resolved',
  ],
  ['ended in words', { abatementString: 'last spring' }, 'ended last spring'],
  ['ended at an age', { abatementAge: { value: 88, unit: 'years' } }, 'ended at 88 years'],
] as const) {
  test(`a condition about CPR that ${name} is not in force, and says so`, () => {
    const found = told(condition({ code: notForCpr, ...fields }));
    assert.deepEqual([found.cpr, found.about], [[], [`Not for CPR: ${why}, not in force today`]]);
  });
}

test('a condition about CPR that was entered in error by its clinical status says nothing', () => {
  const clinicalStatus = hl7('condition-clinical', 'entered-in-error');
  assert.equal(content('limits', [condition({ code: notForCpr, clinicalStatus })]).kind, 'not-recorded');
});

test('a condition about CPR that ended on a day is shown as past', () => {
  const ended = condition({ code: notForCpr, abatementDateTime: '2026-03-04' });
  assert.deepEqual(told(ended).about, ['Not for CPR, until 04-Mar-2026: past, not in force today']);
});

test('a problem that mentions CPR and is no decision stays a problem, with a gap in the limits', () => {
  const arrest = condition({ code: { text: 'Brain injury after prolonged resuscitation' } });
  assert.equal(told(arrest).gaps, 1);
  assert.equal(value('problems', [arrest]).length, 1);
});
