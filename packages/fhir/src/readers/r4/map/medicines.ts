import type { Content } from '@ehch/clinical';
import type { ConceptLike } from '../../../coding.ts';
import { conceptWords } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import type { RecordedMedicine, RecordedMedicineList } from '../../../recorded-view.ts';
import { cautionsFor } from '../cautions.ts';
import { isAfterNow } from '../fact.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { fromRequest, fromStatement, type MappedMedicine } from './medicine.ts';
import { medicinesReview } from './medicines-review.ts';
import { listFlags, withListFlags, type ListFlags } from './list-flags.ts';
import { absencesOf, allAbsences, withAbsences, type Absences } from './none-recorded.ts';
import { noneSaid } from './none-said.ts';
import { hasPassed } from './passed.ts';
import { repeatsInUse } from './repeats-in-use.ts';
import { currentLists, missingFromList, stillOnList } from './list-standing.ts';
import { joinedLines, type MedicineLine } from './same-medicine.ts';
import { emptyLists } from './section-lists.ts';

/**
 * Statuses that "no known medicines" does not contradict. A completed prescription is not among them, because
 * the resident may still take the medicine.
 */
const OUT_OF_FORCE: ReadonlySet<string> = new Set(['stopped', 'not-to-be-given', 'past-its-end']);

/** The medicines of the resident, with statements that there are none and the latest review. */
export function medicines(record: PatientRecord): Content<RecordedMedicineList> {
  const absences: Absences[] = [emptyLists(record, 'medicines')];
  const mapped: MappedMedicine[] = [];
  const flags = listFlags(record);
  for (const held of [...record.all('MedicationStatement'), ...record.all('MedicationRequest')]) {
    const absence = absenceOf(record, held);
    if (absence !== null) absences.push(absence);
    else {
      const medicine = isStatement(held) ? fromStatement(record, held) : fromRequest(record, held);
      if (medicine !== null) mapped.push(withFlags(medicine, flags));
    }
  }
  const lines = joinedLines(record, repeatsInUse(record, mapped));
  for (const held of lines.flatMap(({ records }) => records)) record.show(held, 'medicines');
  const reviewed = medicinesReview(record);
  const list = againstLists(record, withoutReplaced(record, lines), mapped);
  const absent = allAbsences(absences);
  const isListed = list.length > 0 || (reviewed !== null && absent.nones.length === 0);
  const inForce = list.some(({ status }) => !OUT_OF_FORCE.has(status));
  return withAbsences(
    record,
    'medicines',
    isListed ? { value: { medicines: list, reviewed }, inForce } : null,
    absent,
  );
}

/**
 * Adds a caution to an order that another order in force replaces (R4 priorPrescription). Its own status
 * still says that it is in force.
 */
function withoutReplaced(record: PatientRecord, lines: readonly MedicineLine[]): readonly MedicineLine[] {
  const replaced = new Set(
    lines.flatMap(({ medicine, records }) =>
      isTaken(medicine)
        ? records.flatMap((one) =>
            one.type === 'MedicationRequest' ? (record.resolve(one.value.priorPrescription, one) ?? []) : [],
          )
        : [],
    ),
  );
  return lines.map((line) => {
    const { medicine, held } = line;
    const isReplaced = isTaken(medicine) && replaced.has(held);
    if (!isReplaced || medicine.cautions.includes('contradicted')) return line;
    return { ...line, medicine: { ...medicine, cautions: [...medicine.cautions, 'contradicted'] } };
  });
}

function isTaken({ status, prohibits }: RecordedMedicine): boolean {
  return (status === 'in-use' || status === 'not-stated') && prohibits !== true;
}

/**
 * Compares each line with the lists of its source: what a list leaves out, and what it still has although it
 * was stopped.
 */
function againstLists(
  record: PatientRecord,
  lines: readonly MedicineLine[],
  mapped: readonly MappedMedicine[],
): readonly RecordedMedicine[] {
  const lists = currentLists(record, 'medicines');
  if (lists.length === 0) return lines.map(({ medicine }) => medicine);
  const products = new Map(mapped.map(({ held, product }) => [held, product]));
  return lines.map(({ held, medicine, records }) => {
    if (isTaken(medicine)) {
      // A list may name the statement, the prescription behind it, or another record of the same product.
      const kin = mapped.filter(({ product }) => product === products.get(held)).map((one) => one.held);
      const behind = records.flatMap((one) =>
        (one.value.basedOn ?? []).map((plan) => record.resolve(plan, one)),
      );
      return missingFromList(medicine, [...kin, ...behind.filter((plan) => plan !== null)], lists);
    }
    const isOver = medicine.status === 'stopped' || medicine.status === 'past-its-end';
    return isOver ? stillOnList(medicine, held, medicine.stopped, lists) : medicine;
  });
}

/** Adds what lists say about a medicine. A medicine that is out of force or on hold contradicts no flag. */
function withFlags(mapped: MappedMedicine, flags: ListFlags): MappedMedicine {
  const { medicine, held } = mapped;
  if (OUT_OF_FORCE.has(medicine.status) || medicine.status === 'on-hold') return mapped;
  return { ...mapped, medicine: withListFlags(medicine, held, flags) };
}

function isStatement(held: MappedMedicine['held']): held is Held<'MedicationStatement'> {
  return held.type === 'MedicationStatement';
}

/** Statuses in which "no known medications" does not apply, or no longer. */
const NOT_SAID = ['stopped', 'completed', 'cancelled', 'not-taken', 'on-hold', 'draft', 'intended'];

/**
 * The concept in place of the medicine, from the record itself, the Medication, or the words of the
 * reference.
 */
function conceptOf(record: PatientRecord, held: MappedMedicine['held']): ConceptLike | undefined {
  const { medicationCodeableConcept: concept, medicationReference: reference } = held.value;
  if (concept !== undefined || reference === undefined) return concept;
  const medication = record.resolve(reference, held);
  return isHeld(medication, 'Medication') ? medication.value.code : { text: reference.display };
}

/** "No known medications" in place of a medicine. `null`: the record names a medicine, perhaps beside it. */
function absenceOf(record: PatientRecord, held: MappedMedicine['held']): Absences | null {
  const { value } = held;
  const said = noneSaid('medicines', conceptOf(record, held));
  if ((said.reach.length === 0 && !said.unknown) || said.named !== null) return null;
  const { dosage = [] } = isStatement(held) ? held.value : { dosage: held.value.dosageInstruction };
  // "Unknown" with a dose is a medicine that nobody could name.
  if (said.reach.length === 0 && dosage.length > 0) return null;
  const cautions = cautionsFor(held);
  const { start, end } = (isStatement(held) ? held.value.effectivePeriod : undefined) ?? {};
  if (NOT_SAID.includes(value.status ?? '') || hasPassed(readDate(end, cautions), record)) {
    record.setAside(held, 'not-in-force');
    return { nones: [], unknowns: [] };
  }
  if (isAfterNow(readDate(start, cautions), record)) cautions.add('future-dated');
  const isDoubted = value.status === undefined || value.status === 'unknown';
  if (said.reach.length > 0 && (!said.coded || isDoubted)) cautions.add('unconfirmed');
  if (!isStatement(held) && held.value.doNotPerform === true) cautions.add('contradicts-itself');
  const dates = isStatement(held)
    ? [held.value.dateAsserted, held.value.effectiveDateTime, start]
    : [held.value.authoredOn];
  return absencesOf(record, held, cautions, {
    section: 'medicines',
    text: said.text ?? 'No information',
    reach: said.reach,
    on: firstDate(dates, cautions),
    by: [isStatement(held) ? held.value.informationSource : held.value.requester],
    beside: [
      ...dosage.flatMap((dose) => [dose.text, dose.patientInstruction]),
      ...[value.statusReason ?? [], value.reasonCode ?? []].flat().map((why) => conceptWords(why, cautions)),
    ],
  });
}
