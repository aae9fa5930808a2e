/**
 * Values that turn a statement round. A caution beside it is not enough: the statement itself must change, or go.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildView } from '../../packages/fhir/src/index.ts';
import { NOW, PATIENT, PLAIN, type Json } from './plain-resources.ts';
import { statementsOf } from './words-of.ts';

const status = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});
const snomed = (code: string, display: string) => ({
  coding: [{ system: 'http://snomed.info/sct', code, display }],
});
const absent = (code: string) => status('data-absent-reason', code);
const PAST = '2026-03-01';
const AHEAD = '2027-05-01';
const NOTHING = undefined;

/** By type and name of the plain resource: what turns it round. `undefined` takes an element away. */
const TURNS: readonly (readonly [type: string, name: string, what: string, change: Json])[] = [
  ['Condition', '', 'resolved', { clinicalStatus: status('condition-clinical', 'resolved') }],
  ['Condition', '', 'inactive', { clinicalStatus: status('condition-clinical', 'inactive') }],
  ['Condition', '', 'in remission', { clinicalStatus: status('condition-clinical', 'remission') }],
  ['Condition', '', 'refuted', { verificationStatus: status('condition-ver-status', 'refuted') }],
  [
    'Condition',
    '',
    'entered in error',
    { verificationStatus: status('condition-ver-status', 'entered-in-error') },
  ],
  ['Condition', '', 'ended', { abatementDateTime: PAST }],
  ['Condition', '', 'said to have ended', { abatementString: 'last year' }],
  [
    'AllergyIntolerance',
    '',
    'inactive',
    { clinicalStatus: status('allergyintolerance-clinical', 'inactive') },
  ],
  [
    'AllergyIntolerance',
    '',
    'resolved',
    { clinicalStatus: status('allergyintolerance-clinical', 'resolved') },
  ],
  [
    'AllergyIntolerance',
    '',
    'refuted',
    { verificationStatus: status('allergyintolerance-verification', 'refuted') },
  ],
  ['AllergyIntolerance', '', 'none of it', { code: snomed('716186003', 'No known allergy') }],
  ['MedicationStatement', '', 'stopped', { status: 'stopped' }],
  ['MedicationStatement', '', 'not taken', { status: 'not-taken' }],
  ['MedicationStatement', '', 'on hold', { status: 'on-hold' }],
  ['MedicationStatement', '', 'intended', { status: 'intended' }],
  ['MedicationStatement', '', 'ended', { effectivePeriod: { start: '2026-01-01', end: PAST } }],
  ['MedicationStatement', '', 'to begin', { effectivePeriod: { start: AHEAD } }],
  ['MedicationRequest', '', 'stopped', { status: 'stopped' }],
  ['MedicationRequest', '', 'cancelled', { status: 'cancelled' }],
  ['MedicationRequest', '', 'completed', { status: 'completed' }],
  ['MedicationRequest', '', 'on hold', { status: 'on-hold' }],
  ['MedicationRequest', '', 'not to be given', { doNotPerform: true }],
  ['MedicationRequest', '', 'a proposal', { intent: 'proposal' }],
  [
    'MedicationRequest',
    '',
    'past its end',
    { dosageInstruction: [{ text: 'one daily', timing: { repeat: { boundsPeriod: { end: PAST } } } }] },
  ],
  [
    'Observation',
    'weight',
    'not measured',
    { valueQuantity: NOTHING, dataAbsentReason: absent('not-performed') },
  ],
  [
    'Observation',
    'weight',
    'declined',
    { valueQuantity: NOTHING, dataAbsentReason: absent('asked-declined') },
  ],
  ['Observation', 'weight', 'cancelled', { status: 'cancelled' }],
  ['Observation', 'weight', 'in the future', { effectiveDateTime: AHEAD }],
  [
    'Observation',
    'NEWS2 total',
    'not done',
    { valueQuantity: NOTHING, dataAbsentReason: absent('not-performed') },
  ],
  ['Observation', 'NEWS2 total', 'in the future', { effectiveDateTime: AHEAD }],
  ['Observation', 'a vital sign', 'an error', { valueQuantity: NOTHING, dataAbsentReason: absent('error') }],
  ['Observation', 'a vital sign', 'in the future', { effectiveDateTime: AHEAD }],
  [
    'Observation',
    'frailty',
    'not done',
    { valueInteger: NOTHING, dataAbsentReason: absent('not-performed') },
  ],
  ['Observation', 'frailty', 'in the future', { effectiveDateTime: AHEAD }],
  ['Observation', 'a decision about CPR', 'false', { valueBoolean: false }],
  ['Observation', 'a decision about CPR', 'No', { valueString: 'No' }],
  ['Observation', 'a decision about CPR', 'coded No', { valueCodeableConcept: snomed('373067005', 'No') }],
  ['Observation', 'a decision about CPR', 'Absent', { valueCodeableConcept: snomed('2667000', 'Absent') }],
  ['Observation', 'a decision about CPR', 'not known', { dataAbsentReason: absent('unknown') }],
  ['Observation', 'a decision about CPR', 'in the future', { effectiveDateTime: AHEAD }],
  ['Flag', '', 'inactive', { status: 'inactive' }],
  ['Flag', '', 'past', { period: { start: '2026-01-01', end: PAST } }],
  ['Flag', '', 'to begin', { period: { start: AHEAD } }],
  ['Consent', '', 'rejected', { status: 'rejected' }],
  ['Consent', '', 'permitted', { provision: { type: 'permit', code: [{ text: 'Ventilation' }] } }],
  [
    'Consent',
    '',
    'an exception',
    {
      provision: {
        type: 'deny',
        code: [{ text: 'Ventilation' }],
        provision: [{ type: 'permit', code: [{ text: 'Mask at night' }] }],
      },
    },
  ],
  [
    'Consent',
    '',
    'past',
    { provision: { type: 'deny', code: [{ text: 'Ventilation' }], period: { end: PAST } } },
  ],
  [
    'Consent',
    '',
    'to begin',
    { provision: { type: 'deny', code: [{ text: 'Ventilation' }], period: { start: AHEAD } } },
  ],
  ['CarePlan', '', 'revoked', { status: 'revoked' }],
  ['CarePlan', '', 'completed', { status: 'completed' }],
  ['CarePlan', '', 'a draft', { status: 'draft' }],
  ['CarePlan', '', 'past', { period: { start: '2026-01-01', end: PAST } }],
  ['CarePlan', '', 'to begin', { period: { start: AHEAD } }],
  ['Goal', '', 'cancelled', { lifecycleStatus: 'cancelled' }],
  ['Goal', '', 'completed', { lifecycleStatus: 'completed' }],
  ['Goal', '', 'rejected', { lifecycleStatus: 'rejected' }],
  ['CareTeam', '', 'inactive', { status: 'inactive' }],
  ['CareTeam', '', 'proposed', { status: 'proposed' }],
  ['Encounter', '', 'planned', { status: 'planned' }],
  ['Encounter', '', 'cancelled', { status: 'cancelled' }],
  ['Encounter', '', 'in the future', { period: { start: AHEAD } }],
  ['EpisodeOfCare', '', 'finished', { status: 'finished', period: { start: '2026-01-05', end: PAST } }],
  ['EpisodeOfCare', '', 'planned', { status: 'planned' }],
  ['Immunization', '', 'not done', { status: 'not-done' }],
  ['Immunization', '', 'in the future', { occurrenceDateTime: AHEAD }],
  ['DocumentReference', '', 'superseded', { status: 'superseded' }],
  ['Task', '', 'cancelled', { status: 'cancelled' }],
  ['Task', '', 'rejected', { status: 'rejected' }],
  ['Task', '', 'completed', { status: 'completed' }],
  ['Communication', '', 'not done', { status: 'not-done' }],
  ['Communication', '', 'stopped', { status: 'stopped' }],
  ['QuestionnaireResponse', '', 'stopped', { status: 'stopped' }],
  ['List', '', 'withheld', { emptyReason: status('list-empty-reason', 'withheld') }],
  ['List', '', 'not asked', { emptyReason: status('list-empty-reason', 'notasked') }],
  ['List', '', 'retired', { status: 'retired' }],
  ['RelatedPerson', '', 'not active', { active: false }],
  ['RelatedPerson', '', 'past', { period: { end: PAST } }],
  ['Patient', '', 'died', { deceasedBoolean: true }],
  // That a Patient is not in use, or was replaced, is said of the record and not of her: `identity.test.ts`.
];

function told(resource: Json, beside: readonly Json[]): string {
  const others = resource['resourceType'] === 'Patient' ? beside : [PATIENT, ...beside];
  const { view } = buildView({
    resident: 'r',
    patient: 'p',
    resources: [...others, resource],
    outcomes: {},
    now: NOW,
    sourceLabel: 'test',
  });
  return statementsOf(view, NOW);
}

for (const [type, name, what, change] of TURNS) {
  test(`${type} ${name}: ${what} changes the statement, and not only what stands beside it`, () => {
    const plain = PLAIN[type]?.find((each) => each.name === name);
    assert.ok(plain);
    const turned = Object.fromEntries(
      Object.entries({ ...plain.resource, ...change }).filter(([, field]) => field !== undefined),
    );
    assert.notEqual(told(turned, plain.beside ?? []), told(plain.resource, plain.beside ?? []));
  });
}
