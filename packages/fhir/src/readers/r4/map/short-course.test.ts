import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../record.fixtures.ts';
import { only, request, statement } from './medicine.fixtures.ts';

const PAST = ['past-its-date'];
const ACUTE = { courseOfTherapyType: { coding: [{ code: 'acute' }] } };
const ordered = (fields: Json, authoredOn = '2024-03-01') =>
  only(request('m', { authoredOn, ...fields })).cautions;
const stated = (fields: Json, dateAsserted = '2024-03-01') =>
  only(statement('m', { dateAsserted, ...fields })).cautions;

test('a short course of long ago is past its date, by its code and by its own words', () => {
  assert.deepEqual(ordered(ACUTE), PAST);
  assert.deepEqual(ordered({ courseOfTherapyType: { text: 'Short term therapy' } }), PAST);
  for (const text of [
    'Short course',
    'One daily, short-term only',
    'Acute prescription. One at night',
    'Give as a single dose',
    'STAT dose',
    'One-off dose before the scan',
    'Once only',
    'Take one three times a day (5 day course)',
    'Prednisolone 30mg daily, reducing course',
    'STAT',
    'Give once',
    'Give one dose',
    'One daily for a week',
    'One daily for a fortnight',
    'Complete the course',
    'One daily until all taken',
    '30mg for 5/7 then stop',
    'One tds 7/7',
  ]) {
    assert.deepEqual(ordered({ dosageInstruction: [{ text }] }), PAST, text);
    assert.deepEqual(stated({ dosage: [{ text }] }), PAST, text);
    assert.deepEqual(stated({ note: [{ text }] }), PAST, text);
  }
  const medicationCodeableConcept = { text: 'Trimethoprim 200mg tablets (short course)' };
  assert.deepEqual(stated({ medicationCodeableConcept }), PAST);
  assert.deepEqual(stated({ category: { text: 'Acute medication' } }), PAST);
});

test('it may still run for three months from its last possible day, and nobody knows of one without a date', () => {
  assert.deepEqual(ordered(ACUTE, '2026-08-22'), []);
  assert.deepEqual(ordered(ACUTE, '2026-08-20'), PAST);
  assert.deepEqual(ordered(ACUTE, '2026'), []);
  assert.deepEqual(ordered(ACUTE, '2025'), PAST);
  assert.deepEqual(only(request('m', ACUTE)).cautions, []);
});

test('a course that comes again, is kept for need or has an end is no such course', () => {
  for (const text of [
    'Short course as needed',
    'Short course when required',
    'Rescue pack: short course if chest infection',
    'Short course, repeat each month',
    'Not a short course',
    'Long term, after a short course in hospital',
    'Of course',
    'Stat, then one daily',
    'Take once a day',
    'Half a tablet, 1/2 daily',
    'Since 7/7/2026',
    'Apply 24/7',
    'ONE DOSE TO BE INHALED TWICE A DAY',
    '20mg as a single dose at night',
    'Take 40mg in a single dose each morning',
    'Take as a single dose with breakfast',
    'One dose in each nostril daily',
    'One dose every 72 hours',
    'Alendronate, single dose on Mondays',
    'Give once nightly',
    'Take once at night',
    'Take once before bed',
    'Once only each day',
    'Single dose unit. Instil one drop',
    'Tiotropium, single dose inhaler',
    'Saline in single dose vials',
  ])
    assert.deepEqual(stated({ dosage: [{ text }] }), [], text);
  assert.deepEqual(ordered({ ...ACUTE, dosageInstruction: [{ asNeededBoolean: true }] }), []);
  assert.deepEqual(ordered({ ...ACUTE, dispenseRequest: { numberOfRepeatsAllowed: 3 } }), []);
  const bounds = { timing: { repeat: { boundsPeriod: { start: '2024-03-01', end: '2026-12-31' } } } };
  assert.deepEqual(ordered({ ...ACUTE, dosageInstruction: [bounds] }), []);
});

test('a stopped, completed or held one says nothing more', () => {
  for (const status of ['stopped', 'completed', 'on-hold'])
    assert.deepEqual(ordered({ ...ACUTE, status }), [], status);
});

test('of two issues on one line the new one leads, and the old one within is past its date', () => {
  const line = only(
    request('a', { ...ACUTE, authoredOn: '2024-03-01' }),
    request('b', { ...ACUTE, authoredOn: '2026-11-15' }),
  );
  assert.deepEqual([line.on, line.cautions], ['2026-11-15', []]);
  assert.deepEqual(
    line.joined?.map(({ on, cautions }) => [on, cautions]),
    [['2024-03-01', PAST]],
  );
});

test('an antibiotic of long ago without a length asks whether it is still taken, unless it is to go on', () => {
  const ASKED = 'in the record since 01-Mar-2024: check whether it is still taken';
  const remarks = (text: string, fields: Json = {}) =>
    only(request('m', { authoredOn: '2024-03-01', medicationCodeableConcept: { text }, ...fields }))
      .remarks ?? [];
  for (const name of [
    'Amoxicillin 500mg capsules',
    'Doxycycline 100mg',
    'Cefalexin 500mg',
    'Trimethoprim 200mg',
  ])
    assert.deepEqual(remarks(name), [ASKED], name);
  const medicationCodeableConcept = { text: 'Nitrofurantoin 50mg capsules' };
  assert.deepEqual(only(statement('m', { dateAsserted: '2024-03-01', medicationCodeableConcept })).remarks, [
    ASKED,
  ]);
  assert.deepEqual(remarks('Apixaban 5mg tablets'), []);
  assert.deepEqual(remarks('Amoxicillin 500mg capsules', { authoredOn: '2026-11-01' }), []);
  assert.deepEqual(remarks('Amoxicillin 500mg capsules', { authoredOn: undefined }), []);
  for (const fields of [
    { dispenseRequest: { numberOfRepeatsAllowed: 3 } },
    { courseOfTherapyType: { coding: [{ code: 'continuous' }] } },
    { dosageInstruction: [{ text: 'One at night, prophylaxis' }] },
    { dosageInstruction: [{ text: 'Rescue pack, if chest infection' }] },
    { reasonCode: [{ text: 'To prevent urinary infections' }] },
    { status: 'stopped' },
    // What is past its date says so, and asks nothing more.
    { dosageInstruction: [{ text: 'One bd for 5 days' }] },
  ])
    assert.ok(!remarks('Trimethoprim 200mg', fields).includes(ASKED), JSON.stringify(fields));
});

test('a course whose prescription allows no repeat does not go on', () => {
  const none = { dispenseRequest: { numberOfRepeatsAllowed: 0 } };
  assert.deepEqual(ordered({ ...ACUTE, ...none }), PAST);
  assert.deepEqual(ordered({ dosageInstruction: [{ text: 'One bd for 5 days' }], ...none }), PAST);
  const medicationCodeableConcept = { text: 'Amoxicillin 500mg capsules' };
  const found = only(request('m', { authoredOn: '2024-03-01', medicationCodeableConcept, ...none }));
  assert.match(found.remarks?.join() ?? '', /check whether it is still taken/);
});
