import { isHeld, type Held, type PatientRecord } from '../record.ts';

/** The types whose records say which others they replace. */
type Replacing = 'CarePlan' | 'DocumentReference';

/** Whether one of these records says that it replaces this one, which does not say the same of it. */
export function isReplacedByOne<T extends Replacing>(
  record: PatientRecord,
  held: Held<T>,
  inForce: readonly Held<T>[],
): boolean {
  return inForce.some(
    (other) => other !== held && replaces(record, other, held) && !replaces(record, held, other),
  );
}

/** Whether another record and this one each claim to replace the other. Then nothing shows which is in force. */
export function isReplacedInTurn(record: PatientRecord, held: Held<Replacing>): boolean {
  return replacedBy(record, held).some(
    (other) =>
      other !== held && isHeld(other, 'CarePlan', 'DocumentReference') && replaces(record, other, held),
  );
}

function replaces(record: PatientRecord, newer: Held<Replacing>, older: Held): boolean {
  return replacedBy(record, newer).includes(older);
}

/** What a record says that it replaces, as far as that arrived. */
function replacedBy(record: PatientRecord, held: Held<Replacing>): readonly (Held | null)[] {
  const named = isHeld(held, 'CarePlan')
    ? (held.value.replaces ?? [])
    : isHeld(held, 'DocumentReference')
      ? (held.value.relatesTo ?? []).flatMap(({ code, target }) => (code === 'replaces' ? [target] : []))
      : [];
  return named.map((reference) => record.resolve(reference, held));
}
