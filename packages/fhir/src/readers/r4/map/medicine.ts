import type { Medicine } from '@ehch/clinical';
import { firstWords } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import type { RecordedMedicine } from '../../../recorded-view.ts';
import type { Reference } from '../datatypes.ts';
import type { Dosage } from '../dosage.ts';
import { careFor } from '../care.ts';
import { cautionWhenPast, fact } from '../fact.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { medicineName } from './medicine-name.ts';

/** A medicine as mapped, with what is needed to tell it from another record of the same. */
export interface MappedMedicine {
  readonly held: Held<'MedicationStatement'> | Held<'MedicationRequest'>;
  readonly medicine: RecordedMedicine;
  readonly codes: readonly string[];
}

type StatementStatus = NonNullable<Held<'MedicationStatement'>['value']['status']>;
type RequestStatus = NonNullable<Held<'MedicationRequest'>['value']['status']>;

const STATEMENT: { readonly [S in StatementStatus]: Medicine['status'] } = {
  active: 'in-use',
  completed: 'stopped',
  'entered-in-error': 'not-stated',
  intended: 'intended',
  stopped: 'stopped',
  'on-hold': 'on-hold',
  unknown: 'not-stated',
  'not-taken': 'stopped',
};

const REQUEST: { readonly [S in RequestStatus]: Medicine['status'] } = {
  active: 'in-use',
  'on-hold': 'on-hold',
  cancelled: 'stopped',
  completed: 'stopped',
  'entered-in-error': 'not-stated',
  stopped: 'stopped',
  draft: 'intended',
  unknown: 'not-stated',
};

export function fromStatement(
  record: PatientRecord,
  held: Held<'MedicationStatement'>,
): MappedMedicine | null {
  const { value } = held;
  return toMedicine(record, held, {
    status: value.status === undefined ? 'not-stated' : STATEMENT[value.status],
    started: [value.effectivePeriod?.start, value.effectiveDateTime],
    ended: value.effectivePeriod?.end,
    asserted: [value.dateAsserted],
    by: [value.informationSource],
    dosage: value.dosage,
    // "not-taken" is a status of its own in FHIR, and no word of the domain's list says it.
    statusReason: (care) =>
      firstWords(value.statusReason, care) ?? (value.status === 'not-taken' ? 'recorded as not taken' : null),
  });
}

export function fromRequest(record: PatientRecord, held: Held<'MedicationRequest'>): MappedMedicine | null {
  const { value } = held;
  const status = value.status === undefined ? 'not-stated' : REQUEST[value.status];
  const isOnlyMeant = ['proposal', 'plan', 'option'].includes(value.intent ?? '') && status === 'in-use';
  return toMedicine(record, held, {
    // An instruction not to give a medicine must never be listed as one that is taken.
    status: value.doNotPerform === true ? 'stopped' : isOnlyMeant ? 'intended' : status,
    started: [value.dispenseRequest?.validityPeriod?.start, value.authoredOn],
    ended: undefined,
    asserted: [value.authoredOn],
    by: [value.requester],
    dosage: value.dosageInstruction,
    statusReason: (care) =>
      value.doNotPerform === true
        ? 'recorded as "do not give"'
        : firstWords(value.statusReason === undefined ? [] : [value.statusReason], care),
  });
}

interface Read {
  readonly status: Medicine['status'];
  readonly started: readonly (string | undefined)[];
  readonly ended: string | undefined;
  readonly asserted: readonly (string | undefined)[];
  readonly by: readonly (Reference | undefined)[];
  readonly dosage: readonly Dosage[] | undefined;
  readonly statusReason: (care: Set<Medicine['cautions'][number]>) => string | null;
}

function toMedicine(record: PatientRecord, held: MappedMedicine['held'], read: Read): MappedMedicine | null {
  const care = careFor(held);
  const name = medicineName(record, held, held.value, care);
  if (name === null) {
    record.refuse(held, 'missing', 'medication');
    return null;
  }
  const started = firstDate(read.started, care);
  const ended = readDate(read.ended, care);
  if (read.status === 'in-use') cautionWhenPast(ended, record, care);
  const statusReason = read.statusReason(care);
  const indication = indicationOf(record, held, care);
  const on = firstDate([...read.asserted, ...read.started], care);
  const { codes, ...named } = name;
  return {
    held,
    codes,
    medicine: {
      ...fact(record, held, care, { on, by: read.by }),
      ...named,
      dosage: read.dosage ?? [],
      status: read.status,
      started,
      stopped: ended,
      indication,
      statusReason,
    },
  };
}

function indicationOf(
  record: PatientRecord,
  held: MappedMedicine['held'],
  care: Set<Medicine['cautions'][number]>,
): string | null {
  const said = firstWords(held.value.reasonCode, care);
  if (said !== null) return said;
  for (const reference of held.value.reasonReference ?? []) {
    const target = record.resolve(reference, held);
    if (isHeld(target, 'Condition', 'Observation'))
      return firstWords(target.value.code && [target.value.code], care);
    if (reference.display !== undefined) return firstWords([{ text: reference.display }], care);
  }
  return null;
}
