import { EXTENSION } from '../../packages/fhir/src/codes/systems.ts';
import { INTENT, THREAD_ACT, THREAD_ENTRY } from '../../packages/fhir/src/threads/thread-codes.ts';
import type { Json } from './plain-resources.ts';

/** An extension that the maps of a type read, at its place, with a meaningful value. */
export interface ReadExtension {
  readonly type: string;
  /** The name of the plain resource, where the type has several. */
  readonly plain?: string;
  readonly at: string;
  readonly extension: Json & { readonly url: string };
  /** The elements that must exist for the extension to have its place. */
  readonly beside?: Json;
}

const words = (text: string) => ({ valueCodeableConcept: { text } });
const parts = (url: string, ...extension: readonly Json[]) => ({ url, extension });

const INTERPRETER = { url: EXTENSION.interpreterRequired, valueBoolean: true };
const COMMUNICATION = parts(EXTENSION.nhsCommunication, { url: 'interpreterRequired', valueBoolean: true });
const WELSH = { communication: [{ language: { text: 'Welsh' } }] };
const UNAVAILABLE = { url: EXTENSION.nhsNumberUnavailable, ...words('Traced, and none was found') };
const ENDED = parts(EXTENSION.allergyEnd, { url: 'endDate', valueDateTime: '2026-03-01' });
const FAMILY = { url: EXTENSION.medicationTradeFamily, ...words('Zzbrand') };
const ISSUED = (url: string) => parts(url, { url: 'numberOfPrescriptionsIssued', valueUnsignedInt: 3 });
const IF_TIRED = { url: EXTENSION.precondition, ...words('When she is tired') };
const RANK = { url: EXTENSION.contactRank, valuePositiveInt: 1 };
const CONTACT = { contact: [{ name: { text: 'Zz Contact' } }] };
const NUMBER = { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018' };

const WORRY = '5d6a2f7e-0c1b-4a3d-9e8f-1a2b3c4d5e6f';

/** The extensions that our own forms write beside an answer. */
const FORM_EXTENSIONS = [
  ['extension', parts(EXTENSION.draft, { url: 'assessedAt', valueDateTime: '2026-10-30T09:00:00Z' })],
  ['item.extension', parts(EXTENSION.answered, { url: 'name', valueString: 'A. Reed' })],
  ['item.extension', parts(EXTENSION.notGiven, { url: 'state', valueCode: 'refused' })],
  ['item.extension', { url: EXTENSION.dataAbsentReason, valueCode: 'asked-declined' }],
  ['item.extension', { url: EXTENSION.soFar, valueInteger: 3 }],
  ['item.answer.extension', { url: EXTENSION.dataAbsentReason, valueCode: 'asked-declined' }],
  ['item.answer.extension', parts(EXTENSION.number, { url: 'enteredUnit', valueString: 'stone' })],
] as const;

export const READ_EXTENSIONS: readonly ReadExtension[] = [
  {
    type: 'Patient',
    at: 'extension',
    extension: parts(EXTENSION.deathNotification, {
      url: 'deathNotificationStatus',
      valueCodeableConcept: { coding: [{ system: 'https://zz.example/death', code: '2' }] },
    }),
  },
  { type: 'Patient', at: 'extension', extension: UNAVAILABLE, beside: { identifier: [] } },
  { type: 'Patient', at: 'extension', extension: INTERPRETER },
  { type: 'Patient', at: 'extension', extension: COMMUNICATION },
  {
    type: 'Patient',
    at: 'identifier.extension',
    extension: { url: EXTENSION.nhsNumberVerification, ...words('Trace required') },
    beside: { identifier: [NUMBER] },
  },
  {
    type: 'Patient',
    at: 'identifier.extension',
    extension: UNAVAILABLE,
    beside: { identifier: [{ system: NUMBER.system }] },
  },
  { type: 'Patient', at: 'contact.extension', extension: RANK, beside: CONTACT },
  {
    type: 'Patient',
    at: 'communication.extension',
    extension: parts(EXTENSION.proficiency, { url: 'level', valueCoding: { display: 'Poor' } }),
    beside: WELSH,
  },
  { type: 'Patient', at: 'communication.extension', extension: INTERPRETER, beside: WELSH },
  { type: 'Patient', at: 'communication.extension', extension: COMMUNICATION, beside: WELSH },
  {
    type: 'QuestionnaireResponse',
    at: '_questionnaire',
    extension: { url: EXTENSION.display, valueString: 'Zz weekly round' },
    beside: { item: [{ linkId: '1', text: 'Glasses?', answer: [{ valueString: 'Yes' }] }] },
  },
  ...FORM_EXTENSIONS.map(([at, extension]) => ({ type: 'QuestionnaireResponse', at, extension })),
  { type: 'AllergyIntolerance', at: 'extension', extension: ENDED },
  {
    type: 'AllergyIntolerance',
    at: 'clinicalStatus.extension',
    extension: ENDED,
    beside: { clinicalStatus: { coding: [{ code: 'active' }] } },
  },
  { type: 'Condition', at: 'extension', extension: { url: EXTENSION.conditionEpisode, valueCode: 'new' } },
  {
    type: 'Condition',
    at: 'extension',
    extension: { url: EXTENSION.problemSignificance, valueCode: 'major' },
  },
  {
    type: 'Condition',
    at: 'extension',
    extension: {
      url: 'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-ProblemSignificance-1',
      valueCode: 'major',
    },
  },
  { type: 'Goal', at: 'extension', extension: IF_TIRED },
  { type: 'Goal', at: 'description.extension', extension: IF_TIRED },
  {
    type: 'Immunization',
    at: 'extension',
    extension: { url: EXTENSION.vaccinationProcedure, ...words('Second dose of influenza vaccine') },
  },
  { type: 'List', at: 'extension', extension: { url: EXTENSION.listWarning, valueCode: 'data-in-transit' } },
  {
    type: 'List',
    at: 'extension',
    extension: {
      url: 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-ListWarningCode-1',
      valueCode: 'data-in-transit',
    },
  },
  { type: 'MedicationRequest', at: 'extension', extension: ISSUED(EXTENSION.medicationRepeat) },
  {
    type: 'MedicationRequest',
    at: 'extension',
    extension: parts(EXTENSION.medicationStatusReason, { url: 'statusReason', ...words('Angioedema') }),
  },
  {
    type: 'MedicationRequest',
    at: 'basedOn.extension',
    extension: ISSUED(EXTENSION.epsRepeat),
    beside: { basedOn: [{ display: 'Repeat prescription' }] },
  },
  { type: 'MedicationRequest', at: 'medicationCodeableConcept.extension', extension: FAMILY },
  { type: 'MedicationStatement', at: 'medicationCodeableConcept.extension', extension: FAMILY },
  { type: 'Medication', at: 'extension', extension: FAMILY },
  { type: 'Medication', at: 'code.extension', extension: FAMILY },
  ...([EXTENSION.lastIssued, EXTENSION.dosageChanged] as const).map((url) => ({
    type: 'MedicationStatement',
    at: 'extension',
    extension: { url, valueDateTime: '2026-10-01' },
  })),
  {
    type: 'MedicationStatement',
    at: 'extension',
    extension: parts(EXTENSION.medicationChange, { url: 'detailsOfAmendment', valueString: 'Halved' }),
  },
  ...(
    [
      EXTENSION.prescribingAgency,
      EXTENSION.prescribingOrganization,
      EXTENSION.prescribingOrganizationType,
    ] as const
  ).map((url) => ({
    type: 'MedicationStatement',
    at: 'extension',
    extension: { url, ...words('Prescribed at the hospital') },
  })),
  {
    type: 'Communication',
    at: 'extension',
    extension: parts(
      THREAD_ENTRY,
      { url: 'thread', valueString: WORRY },
      { url: 'side', valueCode: 'home' },
      { url: 'name', valueString: 'A. Reed' },
      { url: 'matter', valueCode: 'worry' },
      { url: 'urgency', valueCode: 'same-day' },
      { url: 'asked-by', valueCode: 'presser' },
    ),
    beside: {
      identifier: [{ system: INTENT, value: WORRY }],
      category: [{ coding: [{ system: THREAD_ACT, code: 'raise' }] }],
    },
  },
  {
    type: 'ServiceRequest',
    plain: 'a directive',
    at: 'extension',
    extension: { url: EXTENSION.trialPeriod, valueString: 'for two days' },
  },
  ...['weight', 'NEWS2 total', 'a vital sign', 'frailty', 'a decision about CPR'].flatMap((plain) => [
    {
      type: 'Observation',
      plain,
      at: 'extension',
      extension: { url: EXTENSION.bodyPosition, ...words('Standing') },
    },
    { type: 'Observation', plain, at: 'extension', extension: IF_TIRED },
  ]),
];
