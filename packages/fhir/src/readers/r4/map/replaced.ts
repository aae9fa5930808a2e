import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { allBehind } from './all-behind.ts';

/** The types whose records say which others they replace. */
type Replacing = 'CarePlan' | 'DocumentReference';

/**
 * Whether one of these records says that it replaces this one, and this one does not say the same of it, whether by
 * itself or through others that it replaces.
 */
export function isReplacedByOne<T extends Replacing>(
  record: PatientRecord,
  held: Held<T>,
  inForce: readonly Held<T>[],
): boolean {
  const before = allReplacedBy(record, held);
  return inForce.some(
    (other) => other !== held && replacedBy(record, other).includes(held) && !before.has(other),
  );
}

/**
 * Whether this record, through others or by itself, claims to replace itself: two that replace each other, or more
 * of them in a circle. Then nothing shows which is in force.
 */
export function isReplacedInTurn(record: PatientRecord, held: Held<Replacing>): boolean {
  return allReplacedBy(record, held).has(held);
}

/** Whatever a record replaces, and whatever that replaces, as far as it arrived. */
function allReplacedBy(record: PatientRecord, held: Held<Replacing>): ReadonlySet<Held> {
  return allBehind<Held>(held, (older) =>
    isHeld(older, 'CarePlan', 'DocumentReference') ? replacedBy(record, older) : [],
  );
}

/** What a record says that it replaces, as far as that arrived. */
function replacedBy(record: PatientRecord, held: Held<Replacing>): readonly Held[] {
  const named = isHeld(held, 'CarePlan')
    ? (held.value.replaces ?? [])
    : isHeld(held, 'DocumentReference')
      ? (held.value.relatesTo ?? []).flatMap(({ code, target }) => (code === 'replaces' ? [target] : []))
      : [];
  return named.flatMap((reference) => record.resolve(reference, held) ?? []);
}
