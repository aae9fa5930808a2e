import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, content, value } from '../../record.fixtures.ts';

const cautions = (end: string) =>
  value('alerts', [about('Flag', 'f', { status: 'active', code: { text: 'MRSA' }, period: { end } })])[0]
    ?.cautions;

test('what ended at a moment earlier today is past, and what ends today or later is not', () => {
  assert.deepEqual(cautions('2026-11-21T08:00:00Z'), ['past-its-date']);
  assert.deepEqual(cautions('2026-11-20T23:30:00-05:00'), ['past-its-date']);
  assert.deepEqual(cautions('2026-11-21T18:00:00Z'), []);
  for (const end of ['2026-11-21', '2026-11', '2026']) assert.deepEqual(cautions(end), [], end);
});

const END = '2026-11-21T08:00:00Z';

test('a decision, an authority and a stay that ended earlier today are over', () => {
  const limits = value('limits', [
    about('Flag', 'f', {
      status: 'active',
      code: { text: 'Not for CPR' },
      period: { start: '2026-01-01', end: END },
    }),
    about('Consent', 'k', {
      status: 'active',
      scope: { coding: [{ code: 'adr' }] },
      category: [{ text: 'ADRT' }],
      provision: { type: 'deny', period: { end: END }, code: [{ text: 'Ventilation' }] },
    }),
  ]);
  assert.deepEqual(limits.cpr, []);
  assert.deepEqual(
    limits.decisions.map(({ kind, cautions: doubts }) => [kind, doubts]),
    [
      ['about-cpr', ['past-its-date']],
      ['refusal-of-treatment', ['past-its-date']],
    ],
  );
  const attorney = about('RelatedPerson', 'r', {
    name: [{ text: 'Jo' }],
    relationship: [{ text: 'Attorney for health and welfare' }],
    period: { end: END },
  });
  assert.equal(content('limits', [attorney]).kind, 'not-recorded');
  assert.equal(content('people', [attorney]).kind, 'not-recorded');
  const episode = about('EpisodeOfCare', 'e', {
    status: 'active',
    managingOrganization: { display: 'The Limes' },
    period: { start: '2026-01-01', end: END },
  });
  assert.equal(value('identity', [episode]).stay?.ended, END);
});

test('a role that ended earlier today is over, and a course lasts to the end of its last day', () => {
  const allergy = about('AllergyIntolerance', 'a', {
    code: { text: 'Penicillin' },
    recorder: { reference: 'PractitionerRole/r' },
  });
  const role = (end: string) => ({
    resourceType: 'PractitionerRole',
    id: 'r',
    practitioner: { display: 'Dr Roe' },
    code: [{ text: 'GP' }],
    period: { end },
  });
  const roleOf = (end: string) => value('allergies', [allergy, role(end)])[0]?.by?.role;
  assert.equal(roleOf(END), 'GP, until 21-Nov-2026, which has passed');
  assert.equal(roleOf('2026-11-21T18:00:00Z'), 'GP');
  const course = about('MedicationStatement', 'm', {
    status: 'active',
    medicationCodeableConcept: { text: 'Amoxicillin' },
    effectivePeriod: { start: '2026-11-14', end: '2026-11-21T00:00:00Z' },
  });
  assert.equal(value('medicines', [course]).medicines[0]?.status, 'in-use');
});
