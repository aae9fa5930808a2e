import { RESOURCES, isReadableType } from '../../packages/fhir/src/readers/r4/resources/index.ts';
import type { ElementPath } from './definitions.ts';
import type { Json } from './plain-resources.ts';

/** Two forms of a plain resource that differ only in the element. The summary must say different words of them. */
export interface Probe {
  readonly type: string;
  /** The name of the plain resource, where the type has several. */
  readonly plain?: string;
  readonly one: Json;
  readonly other: Json;
}

/** A reason why the law excuses an element, and the proof that it decides something. */
export interface Excuse {
  /** Which elements: by the datatype that holds them, by the type and path, or by a rule. */
  readonly place: string;
  readonly covers: (type: string, element: ElementPath) => boolean;
  readonly reason: string;
  /** `null`: it decides nothing, because it repeats what another element says. */
  readonly probe: Probe | null;
}

const SNOMED = 'http://snomed.info/sct';
const LOINC = 'http://loinc.org';
const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number';
const weight = (coding: Json) => ({ code: { coding: [{ system: SNOMED, code: '27113001', ...coding }] } });
const number = (fields: Json) => ({ identifier: [{ system: NHS_NUMBER, value: '9990000018', ...fields }] });
const oneOf = (userSelected: boolean) => ({
  code: { coding: [{ display: 'Asthma' }, { display: 'Wheeze', ...(userSelected && { userSelected }) }] },
});
const phones = (first: Json, second: Json) => ({
  telecom: [
    { system: 'phone', value: '01632 960001', ...first },
    { system: 'phone', value: '01632 960002', ...second },
  ],
});
const doses = (first: number, second: number) => ({
  dosageInstruction: [
    { sequence: first, text: 'two daily' },
    { sequence: second, text: 'one daily' },
  ],
});
const wish = (code: string) => ({
  code: { text: 'What matters to me' },
  valueString: 'My garden',
  valueQuantity: undefined,
  category: [{ coding: [{ code }] }],
});

/** Elements that the reader uses to decide something, by the datatype that holds them. People review this list. */
const BY_DATATYPE: Readonly<Record<string, readonly [reason: string, probe: Probe | null]>> = {
  'Coding.system': [
    'Says in which code system the code is; alone it means nothing.',
    {
      type: 'Observation',
      plain: 'weight',
      one: weight({}),
      other: weight({ system: 'https://zz.example' }),
    },
  ],
  'Coding.userSelected': [
    'Says which of several codings was chosen; with one it changes nothing.',
    { type: 'Condition', one: oneOf(false), other: oneOf(true) },
  ],
  'Identifier.use': [
    'Says which of several numbers counts.',
    { type: 'Patient', one: number({}), other: number({ use: 'old' }) },
  ],
  'Identifier.system': [
    'Says whose number it is; alone it means nothing.',
    { type: 'Patient', one: number({}), other: number({ system: 'https://zz.example/number' }) },
  ],
  'Reference.type': ['Repeats the type that the reference leads to.', null],
  'Meta.versionId': ['Says which of two versions is newer (`two-people.test.ts`).', null],
  'Meta.lastUpdated': ['Says which of two versions is newer (`two-people.test.ts`).', null],
  'ContactPoint.rank': [
    'Sorts several numbers.',
    {
      type: 'RelatedPerson',
      one: phones({ rank: 1 }, { rank: 2 }),
      other: phones({ rank: 2 }, { rank: 1 }),
    },
  ],
  'ContactPoint.system': [
    'Says whether it is a telephone; the number is shown.',
    { type: 'RelatedPerson', one: phones({}, {}), other: phones({}, { system: 'fax' }) },
  ],
  'HumanName.use': [
    'Says which of several names is in use.',
    {
      type: 'RelatedPerson',
      one: { name: [{ text: 'Tom Ashdown' }, { text: 'Tom Reed', use: 'old' }] },
      other: { name: [{ text: 'Tom Ashdown' }, { text: 'Tom Reed', use: 'official' }] },
    },
  ],
  'Dosage.sequence': [
    'Numbers several steps; of one step it says nothing.',
    { type: 'MedicationRequest', one: doses(1, 2), other: doses(2, 1) },
  ],
  'Quantity.code': [
    'Says the unit again, for machines.',
    {
      type: 'Observation',
      plain: 'weight',
      one: { valueQuantity: { value: 50, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' } },
      other: {
        valueQuantity: { value: 50, unit: 'kg', system: 'http://unitsofmeasure.org', code: '[lb_av]' },
      },
    },
  ],
  'Quantity.system': ['Says in which code system the unit is; alone it means nothing.', null],
  'QuestionnaireResponse.item.linkId': ['Says which question it is; its words are shown.', null],
  'QuestionnaireResponse.item.definition': ['Says which question it is; its words are shown.', null],
  'List.entry.deleted': ['Says whether a list is empty (`section-lists.test.ts`).', null],
  'List.status': [
    'Says whether the list is in force (`section-lists.test.ts`).',
    { type: 'List', one: {}, other: { status: 'retired' } },
  ],
  'List.mode': [
    'Says whether an empty list is empty, or nothing changed (`section-lists.test.ts`).',
    { type: 'List', one: {}, other: { mode: 'changes' } },
  ],
};

/** Elements of one resource type that do the same. */
const BY_PATH: Readonly<Record<string, readonly [reason: string, probe: Probe | null]>> = {
  'Task.lastModified': [
    'Says when it was seen, where its status says that it was seen (`care.test.ts`).',
    {
      type: 'Task',
      one: { status: 'received' },
      other: { status: 'received', lastModified: '2026-11-20T09:00:00Z' },
    },
  ],
  'ServiceRequest.intent': [
    'Says whether a directive binds; what only proposes says so (`cpr-elsewhere.test.ts`).',
    { type: 'ServiceRequest', plain: 'a directive', one: {}, other: { intent: 'proposal' } },
  ],
  'Observation.code.coding.code': [
    'With another code it is another finding, or one that no section shows (`observation-kind.test.ts`).',
    { type: 'Observation', plain: 'weight', one: weight({}), other: weight({ code: '50373000' }) },
  ],
  'Observation.code.coding.display': [
    'Names the code; words that make another thing of it are said (`title-beside.test.ts`).',
    {
      type: 'Observation',
      plain: 'weight',
      one: weight({ display: 'Body weight' }),
      other: weight({ display: 'Birth weight' }),
    },
  ],
  'Observation.category.coding.code': [
    'Only marks what is a wish (`wishes.test.ts`).',
    {
      type: 'Observation',
      plain: 'weight',
      one: wish('care-experience-preference'),
      other: wish('social-history'),
    },
  ],
  'Observation.category.coding.display': ['Names the code of the category.', null],
  'Observation.category.text': ['Names the category, which its code marks (`wishes.test.ts`).', null],
  'Location.physicalType.coding.code': ['Says which place above a room is the home (`room.test.ts`).', null],
  'Location.physicalType.coding.display': ['Names the code that says which place is the home.', null],
  'Location.physicalType.text': [
    'Names the kind of place, which a home and a room have in their names.',
    null,
  ],
  'MedicationRequest.medicationReference.reference': [
    'Leads to the Medication, which has its own test.',
    {
      type: 'Medication',
      one: { code: { text: 'Ramipril 5 mg capsules' } },
      other: { code: { text: 'Apixaban 5 mg tablets' } },
    },
  ],
  'MedicationStatement.medicationReference.reference': [
    'Leads to the Medication, which has its own test.',
    null,
  ],
};

/** Elements of one place that decide. Their usual value changes nothing, and says nothing. */
const AT: readonly (readonly [path: RegExp, reason: string, probe: Probe])[] = [
  [
    /^active$/,
    'True is what everybody takes for granted; false is said.',
    { type: 'Practitioner', plain: 'in a team', one: { active: true }, other: { active: false } },
  ],
  [
    /(^|\.)(identifier|name|telecom)\.period\.start$/,
    'What began counts; what begins later does not, or says so.',
    {
      type: 'RelatedPerson',
      one: phones({ period: { start: '2020-01-01' } }, {}),
      other: phones({ period: { start: '2027-01-01' } }, {}),
    },
  ],
];

/** Whole trees that other tests prove, each with one probe. */
const TREES: readonly Excuse[] = [
  {
    place: 'the subject',
    covers: (type, { path }) => path.startsWith(`${subjectOf(type) ?? 'nobody'}.`),
    reason: 'Says whose record it is, before any map reads it (`belonging.test.ts`).',
    probe: { type: 'Condition', one: {}, other: { subject: { reference: 'Patient/somebody-else' } } },
  },
  {
    place: 'meta.tag',
    covers: (_type, { path }) => path.startsWith('meta.tag.'),
    reason: 'Says how the server marks it (`hold.test.ts`).',
    probe: { type: 'Condition', one: {}, other: { meta: { tag: [{ code: 'SUBSETTED' }] } } },
  },
  {
    place: 'List.code',
    covers: (type, { path }) => type === 'List' && path.startsWith('code.'),
    reason: 'Names its section; a list about something else says nothing here (`section-lists.test.ts`).',
    probe: { type: 'List', one: {}, other: { code: { coding: [{ system: LOINC, code: '1' }] } } },
  },
  {
    place: 'ServiceRequest.code',
    covers: (type, { path }) => type === 'ServiceRequest' && path.startsWith('code.'),
    reason: 'With other words it is an order about something else (`cpr-elsewhere.test.ts`).',
    probe: {
      type: 'ServiceRequest',
      plain: 'a decision about CPR',
      one: {},
      other: { code: { text: 'Chest X-ray' } },
    },
  },
  {
    place: 'Procedure.code',
    covers: (type, { path }) => type === 'Procedure' && path.startsWith('code.'),
    reason: 'With other words it is a procedure about something else (`cpr-elsewhere.test.ts`).',
    probe: {
      type: 'Procedure',
      plain: 'a decision about CPR',
      one: {},
      other: { code: { text: 'Chest X-ray' } },
    },
  },
  {
    place: 'the number in a reference',
    covers: (_type, { types }) =>
      types.some((kind, place) => kind === 'Reference' && types[place + 1] === 'Identifier'),
    reason: 'A number alone names nobody to a reader, except a practice without any other name.',
    probe: {
      type: 'Patient',
      one: { generalPractitioner: [{ identifier: { value: 'A83003' } }] },
      other: { generalPractitioner: [{ identifier: { value: 'A83004' } }] },
    },
  },
];

function subjectOf(type: string): string | null {
  return isReadableType(type) ? RESOURCES[type].subject : null;
}

/** Every reason why the law excuses an element. */
export const EXCUSES: readonly Excuse[] = [
  ...Object.entries(BY_DATATYPE).map(([place, [reason, probe]]): Excuse => ({
    place,
    covers: (type, { path, types }) => `${types.at(-2) ?? type}.${path.split('.').at(-1) ?? ''}` === place,
    reason,
    probe,
  })),
  ...Object.entries(BY_PATH).map(([place, [reason, probe]]): Excuse => ({
    place,
    covers: (type, { path }) => `${type}.${path}` === place,
    reason,
    probe,
  })),
  ...AT.map(([place, reason, probe]): Excuse => ({
    place: String(place),
    covers: (_type, { path }) => place.test(path),
    reason,
    probe,
  })),
  ...TREES,
];

export function isDecidedBy(type: string, element: ElementPath): boolean {
  return EXCUSES.some(({ covers }) => covers(type, element));
}
