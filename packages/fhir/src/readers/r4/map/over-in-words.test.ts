import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, value, type Json } from '../../../record.fixtures.ts';
import { only, request, statement } from './medicine.fixtures.ts';
import { isFormOver, isMedicineOver, isMistakenInWords } from './over-in-words.ts';

for (const text of [
  'STOPPED',
  'STOPPED 3/5 by GP',
  'Apixaban 5mg tablets - DISCONTINUED',
  'DO NOT GIVE',
  'Do not give.',
  'DO NOT GIVE - allergic',
  'Do not administer',
  'Not to be given',
  'has been stopped',
  'No longer taking',
  'Not taking',
  'Suspended pending bloods',
  'Withheld',
  'Stop now',
  'Stop taking',
  'Please stop giving this',
  'Stop apixaban',
  'Stop apixaban 5mg tablets',
  'On hold since the bleed',
  'Withhold until INR checked',
  'Held by hospital',
  'Has been omitted since Monday',
  'Course finished',
  'Course has been completed',
  'Never started',
  'Patient declines to take',
  'Replaced by warfarin 3 May',
  'Changed to warfarin',
  'Entered in error',
  'Wrong patient',
])
  test(`"${text}" says that a medicine is over`, () =>
    assert.ok(isMedicineOver('Apixaban 5mg tablets', [null, text])));

for (const text of [
  'Do not give if pulse under 60',
  'Do not take with grapefruit juice',
  'Do not take more than 8 in 24 hours',
  'Not to be stopped suddenly',
  'Must not be stopped',
  'Stop if a rash appears',
  'Until stopped by the GP',
  'Stopped smoking',
  'Do not stop taking this medicine',
  'Keep taking this medicine until the course is finished',
  'Stop apixaban 48 hours before surgery',
  'Stop apixaban 5mg if she bleeds',
  'Do not stop apixaban',
  'Withhold if pulse under 60',
  'Changed to evening',
  'Changed to apixaban from warfarin',
  'If not started by Friday, ring',
  'Place under the tongue and hold until dissolved',
  'Patch to be replaced with a new one every 72 hours',
  'Old patch replaced with a new patch every Monday',
  'If she refuses to take it, ring the GP',
  'Complete the course',
  'One daily',
])
  test(`"${text}" does not say that a medicine is over`, () =>
    assert.equal(isMedicineOver('Apixaban 5mg tablets', [text]), false));

const STOPPED: readonly (readonly [string, Json])[] = [
  ['its name', { medicationCodeableConcept: { text: 'Apixaban 5mg tablets STOPPED' } }],
  ['a note', { note: [{ text: 'STOPPED by Dr Obi' }] }],
  ['the words of its dosage', { dosage: [{ text: 'DO NOT GIVE' }] }],
  ['an instruction for the patient', { dosage: [{ text: 'One daily', patientInstruction: 'Do not take' }] }],
  [
    'an added instruction',
    { dosage: [{ text: 'One daily', additionalInstruction: [{ text: 'Do not give' }] }] },
  ],
  ['the reason for its status', { statusReason: [{ text: 'Discontinued: bleeding' }] }],
];
for (const [where, fields] of STOPPED)
  test(`an active medicine that ${where} calls stopped is never in use without a caution`, () => {
    const found = only(statement('m', fields));
    assert.equal(found.status, 'in-use');
    assert.ok(found.cautions.includes('contradicts-itself'));
  });

test('the same applies to a prescription, and one stopped by its status does not contradict itself', () => {
  const note = [{ text: 'Stopped' }];
  assert.ok(only(request('m', { note })).cautions.includes('contradicts-itself'));
  assert.ok(
    only(request('m', { dosageInstruction: [{ text: 'Do not give' }] })).cautions.includes(
      'contradicts-itself',
    ),
  );
  assert.ok(
    only(request('m', { statusReason: { text: 'Discontinued' } })).cautions.includes('contradicts-itself'),
  );
  assert.deepEqual(only(statement('m', { status: 'stopped', note })).cautions, []);
  assert.deepEqual(only(statement('m', { note: [{ text: 'Do not give if pulse under 60' }] })).cautions, []);
});

test('a stopped medicine is in doubt if its words call it restarted, or if its end is in the future', () => {
  const cautions = (status: string, fields: Json) => only(statement('m', { status, ...fields })).cautions;
  const note = (text: string) => ({ note: [{ text }] });
  for (const text of ['Restarted 3 May', 'Still taking', 'Apixaban resumed'])
    for (const status of ['stopped', 'on-hold', 'not-taken'])
      assert.deepEqual(cautions(status, note(text)), ['contradicts-itself'], text);
  for (const text of ['To be restarted on Monday', 'Not restarted', 'Warfarin restarted'])
    assert.deepEqual(cautions('stopped', note(text)), [], text);
  assert.deepEqual(cautions('stopped', { effectivePeriod: { end: '2027-01-01' } }), ['contradicts-itself']);
  assert.deepEqual(cautions('stopped', { effectivePeriod: { end: '2026-01-01' } }), []);
});

test('a name that forbids a medicine is never in use without a caution', () => {
  const named = (text: string) => only(statement('m', { medicationCodeableConcept: { text } })).cautions;
  for (const text of ['No aspirin', 'Avoid NSAIDs', 'Not for anticoagulation', 'Nil by mouth'])
    assert.deepEqual(named(text), ['contradicts-itself'], text);
  assert.deepEqual(named('Notriptyline'), []);
});

for (const text of [
  'DNACPR form - cancelled',
  'ReSPECT form (superseded)',
  'ReSPECT form VOID',
  'No longer valid',
])
  test(`"${text}" says that a form is over`, () => assert.ok(isFormOver([text])));

for (const text of ['DNACPR form', 'Supersedes all earlier forms', 'Void if not signed', 'Not cancelled'])
  test(`"${text}" does not say that a form is over`, () => assert.equal(isFormOver([text]), false));

test('a current document that its title or description calls cancelled is in doubt, wherever it says so', () => {
  const document = (fields: Json) =>
    value('limits', [
      about('DocumentReference', 'd', { status: 'current', type: { text: 'DNACPR form' }, ...fields }),
    ]).documents[0];
  for (const fields of [
    { type: { text: 'DNACPR form - cancelled' } },
    { description: 'Superseded by the form of 3 May' },
    { content: [{ attachment: { title: 'DNACPR form (withdrawn)' } }] },
  ])
    assert.deepEqual(document(fields)?.cautions, ['contradicts-itself']);
  assert.deepEqual(document({})?.cautions, []);
  assert.deepEqual(document({ status: 'superseded', description: 'Superseded' })?.cautions, []);
});

test('an active plan for emergencies that its title calls withdrawn is in doubt', () => {
  const plan = about('CarePlan', 'p', {
    status: 'active',
    intent: 'plan',
    title: 'Treatment escalation plan - withdrawn',
    description: 'Not for ITU',
  });
  assert.ok(value('limits', [plan]).wishes[0]?.cautions.includes('contradicts-itself'));
});

test('a plan whose note says that it was superseded contradicts itself', () => {
  const plan = (text: string) =>
    value('plan', [
      about('CarePlan', 'c', { status: 'active', intent: 'plan', title: 'Walking plan', note: [{ text }] }),
    ]).plans[0]?.cautions;
  assert.deepEqual(plan('Superseded by the plan of 1 Nov'), ['contradicts-itself']);
  assert.deepEqual(plan('Walks well with a frame'), []);
});

for (const text of [
  'Wrong resident',
  'Incorrect patient',
  'This is about another resident',
  'Belongs to a different patient',
  'Not this resident',
  'Not her',
  'Misfiled',
  'This plan is for another resident',
  'Given to another resident',
  'Mixed up with another resident',
  'Filed under the wrong name',
  'Recorded in wrong notes',
  'Please disregard this entry',
  'Disregard - entered in error',
])
  test(`"${text}" says that a record is not the resident's, and that a medicine is not`, () => {
    assert.ok(isMistakenInWords(text));
    assert.ok(isMedicineOver('Apixaban 5mg tablets', [text]));
  });

for (const text of [
  'Shares a room with another resident',
  'Hit by another resident',
  'Not for this',
  'Ignore if asleep',
  'Delete after review by GP',
  'Not herself today',
])
  test(`"${text}" is about the resident`, () => {
    assert.ok(!isMistakenInWords(text));
    assert.ok(!isMedicineOver('Apixaban 5mg tablets', [text]));
  });
