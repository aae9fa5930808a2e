import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SectionName } from '@ehch/clinical';
import { about, allergy, section, type Json } from '../../record.fixtures.ts';
import { statement } from './map/medicine.fixtures.ts';

const said = (name: SectionName, ...resources: readonly unknown[]) => {
  const found = section(name, resources);
  return found.state === 'known' ? found.gaps : [];
};
const apixaban = { medicationCodeableConcept: { text: 'Apixaban 5mg tablets' } };
const supply = (id: string, whenHandedOver: string, fields: Json = {}): Json =>
  about('MedicationDispense', id, { status: 'completed', ...apixaban, whenHandedOver, ...fields });

test('dispensed medicines are counted beside the medicines, with the day and name of the last one', () => {
  const supplies = [supply('a', '2026-10-02'), supply('b', '2026-11-10'), supply('c', '2026-09-01')];
  assert.deepEqual(said('medicines', statement('m'), ...supplies, ...supplies), [
    { why: 'more', what: '3 records of dispensing, the last of 10-Nov-2026: Apixaban 5mg tablets' },
  ]);
});

test('a medicine that was not given is shown as not given, and one in the future is not the last', () => {
  const dose = (id: string, day: string, status: string) =>
    about('MedicationAdministration', id, { status, ...apixaban, effectivePeriod: { start: day } });
  const doses = [
    dose('a', '2026-11-19', 'completed'),
    dose('b', '2026-11-20', 'not-done'),
    dose('c', '2027-11-20', 'completed'),
  ];
  assert.deepEqual(said('medicines', ...doses), [
    {
      why: 'more',
      what: '3 records of giving a medicine, the last of 20-Nov-2026: Apixaban 5mg tablets (not done)',
    },
  ]);
});

test('an adverse event is shown beside allergies and events, and a potential one as potential', () => {
  const event = about('AdverseEvent', 'e', {
    actuality: 'potential',
    event: { text: 'Rash after amoxicillin' },
    date: '2026-03',
  });
  const gap = { why: 'more', what: '1 adverse event, of Mar-2026: Rash after amoxicillin (potential)' };
  assert.deepEqual(said('allergies', allergy('a', 'Latex'), event), [gap]);
  assert.deepEqual(said('events', event), [gap]);
  assert.deepEqual(said('problems', event), []);
});

test('a counted record does not take away "none known": both are shown', () => {
  const none = statement('n', { medicationCodeableConcept: { text: 'No known medications' } });
  const found = section('medicines', [none, supply('a', '2026-10-02')]);
  assert.ok(found.state === 'known' && found.content.kind === 'recorded-as-none');
  assert.equal(found.gaps.length, 1);
});

test('a record without a day or words is still counted', () => {
  assert.deepEqual(
    said('function', { resourceType: 'NutritionOrder', id: 'n', patient: { reference: 'Patient/p1' } }),
    [{ why: 'more', what: '1 diet order' }],
  );
});

test('a mistake, or a record about somebody else, is not counted, and one without a subject counts as unread', () => {
  const mistaken = supply('a', '2026-10-02', { status: 'entered-in-error' });
  const others = supply('b', '2026-10-02', { subject: { reference: 'Patient/p2' } });
  assert.deepEqual(said('medicines', statement('m'), mistaken, others), []);
  const nobodys = supply('c', '2026-10-02', { subject: undefined });
  assert.deepEqual(said('medicines', statement('m'), nobodys), [
    { why: 'unreadable', what: '1 record of dispensing' },
  ]);
});

test('an impression, a conclusion and a risk are shown in their own words, and a report of results alone is not', () => {
  assert.deepEqual(
    said(
      'events',
      about('ClinicalImpression', 'i', { status: 'completed', summary: 'Dying', date: '2026-11-20' }),
      about('DiagnosticReport', 'd', {
        status: 'final',
        conclusion: 'Metastatic cancer',
        effectiveDateTime: '2026-10',
      }),
      about('DiagnosticReport', 'e', { status: 'final', code: { text: 'Full blood count' } }),
      about('RiskAssessment', 'r', {
        status: 'final',
        code: { text: 'Falls risk' },
        occurrenceDateTime: '2026',
      }),
    ).map(({ what }) => what),
    [
      '1 clinical impression, of 20-Nov-2026: Dying',
      '1 report with a conclusion, of Oct-2026: Metastatic cancer',
      '1 risk assessment, of 2026: Falls risk',
    ],
  );
});
