import { formatDate } from '@ehch/clinical/display';
import { EXTENSION } from '../../../codes/systems.ts';
import { conceptWords, statusCode, type ConceptLike } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import type { JsonObject } from '../../../entry.ts';
import { extensionsOf, part } from '../../../extensions.ts';
import { joined, words } from '../../../text.ts';
import { nameOf } from '../author.ts';
import type { Cautions } from '../cautions.ts';
import type { Reference } from '../datatypes.ts';
import { elementText } from '../elements/words.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { dateIn } from './date-in.ts';

/** R4 medicationrequest-category and medication-statement-category. */
const SETTINGS = {
  inpatient: 'in hospital',
  outpatient: 'outpatient',
  community: 'in the community',
  discharge: 'at discharge',
  patientspecified: 'as told by the resident',
} as const;

/**
 * R4 medicationrequest-course-of-therapy, with the additions of UK Core and of the electronic prescription
 * service.
 */
const COURSES = {
  acute: 'short course',
  continuous: 'long term',
  seasonal: 'seasonal',
  'continuous-repeating-dispensing': 'long term, repeat dispensing',
  'continuous-repeat-dispensing': 'long term, repeat dispensing',
} as const;

/** R4 request-priority. */
const PRIORITIES: ReadonlyMap<string, string> = new Map([
  ['routine', 'routine priority'],
  ['urgent', 'urgent'],
  ['asap', 'as soon as possible'],
  ['stat', 'at once'],
]);

/** R4 medicationrequest-intent values under which nothing is ordered yet. */
const INTENTS: ReadonlyMap<string, string> = new Map([
  ['proposal', 'proposed, not ordered'],
  ['option', 'one of several options, not chosen yet'],
]);

type Remark = string | null;

/** What else a prescription states, each statement in its own words. */
export function requestRemarks(
  record: PatientRecord,
  held: Held<'MedicationRequest'>,
  cautions: Cautions,
): readonly string[] {
  const { value } = held;
  const remarks: readonly Remark[] = [
    INTENTS.get(value.intent ?? '') ?? null,
    value.status === 'cancelled' ? 'cancelled' : null,
    ...(value.category ?? []).map((category) => coded(category, SETTINGS, cautions)),
    coded(value.courseOfTherapyType, COURSES, cautions),
    PRIORITIES.get(value.priority ?? '') ?? words(value.priority),
    reported(record, held),
    giver(record, held, cautions),
    validity(held, cautions),
    prior(record, held),
    ...origins(record, held, 'based on', held.value.basedOn, cautions),
  ];
  return remarks.filter((remark) => remark !== null);
}

/** What else a MedicationStatement states. */
export function statementRemarks(
  record: PatientRecord,
  held: Held<'MedicationStatement'>,
  cautions: Cautions,
): readonly string[] {
  const { category, extension, basedOn, derivedFrom } = held.value;
  const remarks: readonly Remark[] = [
    coded(category, SETTINGS, cautions),
    ...dated('last issued', extensionsOf(extension, EXTENSION.lastIssued), cautions),
    ...dated('dose last changed', extensionsOf(extension, EXTENSION.dosageChanged), cautions),
    ...extensionsOf(extension, EXTENSION.medicationChange).map((change) => changeWords(change, cautions)),
    ...[
      EXTENSION.prescribingAgency,
      EXTENSION.prescribingOrganization,
      EXTENSION.prescribingOrganizationType,
    ].flatMap((url) => extensionsOf(extension, url).map(elementText)),
    ...origins(record, held, 'based on', basedOn, cautions),
    ...origins(record, held, 'derived from', derivedFrom, cautions),
  ];
  return remarks.filter((remark) => remark !== null);
}

/** The words of a known code. Any other code has the record's own words. */
function coded(
  concept: ConceptLike | undefined,
  known: Readonly<Record<string, string>>,
  cautions: Cautions,
): Remark {
  const code = statusCode(concept, Object.keys(known));
  const own = words(concept?.text);
  const said = code === null ? null : (known[code] ?? null);
  if (said === null) return conceptWords(concept, cautions);
  return own === null || own.toLowerCase() === code ? said : `${said} (${own})`;
}

function reported(record: PatientRecord, held: Held<'MedicationRequest'>): Remark {
  const { reportedBoolean, reportedReference } = held.value;
  if (reportedReference !== undefined)
    return joined(['reported by', nameOf(record, reportedReference, held) ?? 'another record']);
  if (reportedBoolean === undefined) return null;
  return reportedBoolean ? 'reported, not prescribed by this source' : 'prescribed by this source';
}

function giver(record: PatientRecord, held: Held<'MedicationRequest'>, cautions: Cautions): Remark {
  const { performer, performerType } = held.value;
  const name = nameOf(record, performer, held);
  if (performer !== undefined && name === null) cautions.add('reference-missing');
  const said = joined([name, conceptWords(performerType, cautions)], ', ');
  return said === null ? null : `to be given by ${said}`;
}

/** How long the prescription may be dispensed. That is no end of the medicine. */
function validity({ value }: Held<'MedicationRequest'>, cautions: Cautions): Remark {
  const { validityPeriod } = value.dispenseRequest ?? {};
  const start = readDate(validityPeriod?.start, cautions);
  const end = readDate(validityPeriod?.end, cautions);
  if (start === null && end === null) return null;
  return joined([
    'prescription valid',
    start === null ? null : `from ${formatDate(start)}`,
    end === null ? null : `until ${formatDate(end)}`,
  ]);
}

function prior(record: PatientRecord, held: Held<'MedicationRequest'>): Remark {
  const { priorPrescription } = held.value;
  if (priorPrescription === undefined) return null;
  const target = record.resolve(priorPrescription, held);
  const authored = isHeld(target, 'MedicationRequest') ? target.value.authoredOn : undefined;
  const which = authored === undefined ? null : formatDate(authored);
  return joined([
    'follows an earlier prescription',
    which === null ? words(priorPrescription.display) : `of ${which}`,
  ]);
}

/** Sources of the record. A prescription in the same record is joined to it and shows itself. */
function origins(
  record: PatientRecord,
  held: Held,
  label: string,
  references: readonly Reference[] = [],
  cautions: Cautions,
): readonly Remark[] {
  return references.map((reference) => {
    const target = record.resolve(reference, held);
    if (isHeld(target, 'MedicationRequest', 'MedicationStatement')) return null;
    const shown = words(reference.display) ?? nameOf(record, reference, held);
    if (target !== null) return `${label} ${shown ?? `a ${typeWords(target)}`}`;
    if (shown === null && reference.reference !== undefined) cautions.add('reference-missing');
    return shown === null ? null : `${label} ${shown}`;
  });
}

/** A resource type in words: "care plan" for `CarePlan`. */
function typeWords({ type }: Held): string {
  return type.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function dated(label: string, found: readonly JsonObject[], cautions: Cautions): readonly Remark[] {
  return found.map((extension) => {
    const on = dateIn(extension, cautions);
    return on === null ? null : `${label} ${formatDate(on)}`;
  });
}

/** UK Core's summary of a change at discharge or review: what, why and when, in the sender's words. */
function changeWords(change: JsonObject, cautions: Cautions): Remark {
  const on = dateIn(part(change, 'dateChanged'), cautions);
  const said = joined(
    [
      elementText(part(change, 'status')),
      on === null ? null : formatDate(on),
      elementText(part(change, 'indicationForChange')),
      elementText(part(change, 'detailsOfAmendment')),
    ],
    ', ',
  );
  return said === null ? null : `change: ${said}`;
}
