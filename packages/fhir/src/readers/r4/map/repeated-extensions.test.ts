import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXTENSION } from '../../../codes/systems.ts';
import { about, allergy, observation, PATIENT, value, type Json } from '../../../record.fixtures.ts';
import { RESOURCES } from '../resources/index.ts';
import { moreOf } from '../elements/more.ts';

const coded = (url: string, text: string): Json => ({ url, valueCodeableConcept: { text } });

test('a second extension with one address is shown where its map takes the first', () => {
  const url = EXTENSION.bodyPosition;
  const weight = observation(
    'o',
    { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
    {
      extension: [coded(url, 'Sitting'), coded(url, 'Standing')],
      valueQuantity: { value: 61, unit: 'kg', code: 'kg' },
    },
  );
  const [found] = value('weight', [weight]).weights;
  assert.deepEqual(found?.details, ['position: Sitting']);
  assert.deepEqual(found?.more, [{ name: 'body position', text: 'Standing' }]);
});

test('a second part with one name within an extension is shown', () => {
  const notice = (code: string): Json => ({
    url: 'deathNotificationStatus',
    valueCodeableConcept: { coding: [{ code, display: code }] },
  });
  const raw = {
    resourceType: 'Patient',
    extension: [{ url: EXTENSION.deathNotification, extension: ['1', 'U'].map(notice) }],
  };
  assert.deepEqual(moreOf(RESOURCES.Patient, raw), [{ name: 'death notification status', text: 'U' }]);
});

test('two significances of one problem are both shown, also under two addresses', () => {
  const problem = (extension: readonly Json[]) =>
    value('problems', [about('Condition', 'c', { code: { text: 'Asthma' }, extension })])[0]?.weight;
  const significance = (valueCode: string, url: string = EXTENSION.problemSignificance) => ({
    url,
    valueCode,
  });
  assert.equal(problem([significance('minor'), significance('major')]), 'minor, major');
  const elsewhere = significance(
    'major',
    'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-ProblemSignificance-1',
  );
  assert.equal(problem([significance('minor'), elsewhere]), 'minor, major');
});

test('two ends of one allergy are both shown', () => {
  const end = (valueDateTime: string): Json => ({
    url: EXTENSION.allergyEnd,
    extension: [{ url: 'endDate', valueDateTime }],
  });
  const [found] = value('allergies', [
    allergy('a', 'Latex', { extension: ['2027-01-01', '2020-01-01'].map(end) }),
  ]);
  assert.equal(found?.ended, '2027-01-01');
  assert.deepEqual(found?.more, [{ name: 'another end', text: '01-Jan-2020' }]);
});

test('an NHS number with two statuses is verified by neither', () => {
  const status = (code: string, display: string): Json => ({
    url: EXTENSION.nhsNumberVerification,
    valueCodeableConcept: {
      coding: [
        {
          system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland',
          code,
          display,
        },
      ],
    },
  });
  const extension = [status('01', 'Verified'), status('02', 'Not verified')];
  const identifier = [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018', extension }];
  assert.deepEqual(value('identity', [], { resources: [{ ...PATIENT, identifier }] }).nhsNumber, {
    state: 'unverified',
    value: '9990000018',
    why: 'Verified, Not verified',
  });
});

test('a trial period is shown whatever its type', () => {
  const order = about('ServiceRequest', 's', {
    status: 'active',
    intent: 'directive',
    code: { text: 'Tube feeding' },
    extension: [{ url: EXTENSION.trialPeriod, valueDuration: { value: 2, unit: 'weeks' } }],
  });
  assert.equal(value('limits', [order]).decisions[0]?.text, 'Tube feeding; trial period: 2 weeks');
});
