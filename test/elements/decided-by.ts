import { RESOURCES, isReadableType } from '../../packages/fhir/src/readers/r4/resources/index.ts';
import type { ElementPath } from './definitions.ts';

/**
 * Elements that the reader uses to decide something, without words of their own, by the datatype that holds them. Other
 * tests prove what they decide. People review this list, like the lists of harmless elements.
 */
const DECIDES: Readonly<Record<string, string>> = {
  'Coding.system': 'Says in which code system the code is; alone it means nothing.',
  'Coding.userSelected': 'Says which of several codings was chosen; with one it changes nothing.',
  'Identifier.use': 'Says which of several numbers counts.',
  'Identifier.system': 'Says whose number it is; alone it means nothing.',
  'Reference.type': 'Repeats the type that the reference leads to.',
  'Meta.versionId': 'Says which of two versions is newer.',
  'Meta.lastUpdated': 'Says which of two versions is newer.',
  'ContactPoint.rank': 'Sorts several numbers.',
  'ContactPoint.system': 'Says whether it is a telephone; the number is shown.',
  'HumanName.use': 'Says which of several names is in use.',
  'Dosage.sequence': 'Numbers several steps; of one step it says nothing.',
  'Quantity.code': 'Says the unit again, for machines.',
  'QuestionnaireResponse.item.linkId': 'Says which question it is; its words are shown.',
  'QuestionnaireResponse.item.definition': 'Says which question it is; its words are shown.',
  'List.entry.deleted': 'Says whether a list is empty (`section-lists.test.ts`).',
  'List.status': 'Says whether the list is in force (`section-lists.test.ts`).',
  'List.mode': 'Says whether an empty list is empty, or nothing changed (`section-lists.test.ts`).',
  'Quantity.system': 'Says in which code system the unit is; alone it means nothing.',
};

/** Elements of one resource type that do the same. */
const DECIDES_IN: Readonly<Record<string, string>> = {
  'Task.lastModified': 'Says when it was seen, where its status says that it was seen (`care.test.ts`).',
  'ServiceRequest.intent':
    'Says whether a directive binds; what only proposes is no directive (`cpr-elsewhere.test.ts`).',
  'Observation.code.coding.code':
    'With another code it is another finding, or one that no section shows (`observation-kind.test.ts`).',
  'Observation.code.coding.display':
    'Names the code; words that make another thing of it are said (`title-beside.test.ts`).',
  'Observation.category.coding.code': 'Only marks what is a wish (`wishes.test.ts`).',
  'Observation.category.coding.display': 'Only marks what is a wish (`wishes.test.ts`).',
  'Observation.category.text': 'Only marks what is a wish (`wishes.test.ts`).',
  'Location.physicalType.coding.code': 'Says which place above a room is the home (`room.test.ts`).',
  'Location.physicalType.coding.display': 'Names the code that says which place is the home.',
  'Location.physicalType.text': 'Names the kind of place, which a home and a room have in their names.',
  'MedicationRequest.medicationReference.reference': 'Leads to the Medication, which has its own test.',
  'MedicationStatement.medicationReference.reference': 'Leads to the Medication, which has its own test.',
};

/** Elements of one place that decide. Their usual value changes nothing, and says nothing. */
const DECIDES_AT: readonly (readonly [path: RegExp, reason: string])[] = [
  [/^active$/, 'True is what everybody takes for granted; false is said.'],
  [
    /(^|\.)(identifier|name|telecom)\.period\.start$/,
    'What began counts; what begins later does not, or says so.',
  ],
];

export function isDecidedBy(type: string, { path, types }: ElementPath): boolean {
  // The reader decides whose record it is, and how the server marks it, before it calls a map (`belonging.test.ts`, `hold.ts`).
  const subject = isReadableType(type) ? RESOURCES[type].subject : null;
  if (path.startsWith(`${subject ?? 'nobody'}.`) || path.startsWith('meta.tag.')) return true;
  // The code of a list names its section. A list about something else says nothing here (`section-lists.test.ts`).
  if (type === 'List' && path.startsWith('code.')) return true;
  // With other words this is an order or a procedure about something else. No section shows it (`cpr-elsewhere.test.ts`).
  if ((type === 'ServiceRequest' || type === 'Procedure') && path.startsWith('code.')) return true;
  // A component shows the name of whom a reference names. A number alone names nobody to a reader.
  if (types.some((kind, place) => kind === 'Reference' && types[place + 1] === 'Identifier')) return true;
  if (Object.hasOwn(DECIDES_IN, `${type}.${path}`)) return true;
  if (DECIDES_AT.some(([place]) => place.test(path))) return true;
  return Object.hasOwn(DECIDES, `${types.at(-2) ?? type}.${path.split('.').at(-1) ?? ''}`);
}
