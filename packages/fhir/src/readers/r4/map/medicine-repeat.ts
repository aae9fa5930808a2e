import type { MedicineRepeat } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import { EXTENSION } from '../../../codes/systems.ts';
import { readDate } from '../../../dates.ts';
import { listAt, textAt } from '../../../entry.ts';
import { extensionsOf, part } from '../../../extensions.ts';
import { elementName, elementText } from '../elements/words.ts';
import type { Cautions } from '../cautions.ts';
import { dateIn } from './date-in.ts';
import type { Held } from '../record.ts';

/** Names of the parts in both extensions: UK Core's, and that of the electronic prescription service. */
const ISSUED = ['numberOfPrescriptionsIssued', 'numberOfRepeatPrescriptionsIssued', 'numberOfRepeatsIssued'];
const ALLOWED = [
  'numberOfPrescriptionsAllowed',
  'numberOfRepeatPrescriptionsAllowed',
  'numberOfRepeatsAllowed',
];
const REVIEW = ['authorisationExpiryDate'];

/**
 * How often a prescription was issued and may be issued, and the date by which it must be reviewed. `null`:
 * the record states none of them.
 */
export function repeatOf({ value }: Held<'MedicationRequest'>, cautions: Cautions): MedicineRepeat | null {
  const parts = [
    ...extensionsOf(value.extension, EXTENSION.medicationRepeat),
    ...(value.basedOn ?? []).flatMap(({ extension }) => extensionsOf(extension, EXTENSION.epsRepeat)),
  ].flatMap((extension) => ('extension' in extension ? listAt(extension, 'extension') : [extension]));
  /** Takes the first readable part with one of these names. */
  const take = <T>(names: readonly string[], read: (text: string) => T | null): T | null => {
    for (const [place, part] of parts.entries()) {
      const text = names.includes(textAt(part, 'url') ?? '') ? elementText(part) : null;
      const found = text === null ? null : read(text);
      if (found === null) continue;
      parts.splice(place, 1);
      return found;
    }
    return null;
  };
  const issued = take(ISSUED, numberFrom);
  const allowed = take(ALLOWED, numberFrom) ?? value.dispenseRequest?.numberOfRepeatsAllowed ?? null;
  const reviewBy = take(REVIEW, (text) => readDate(text, cautions));
  // Other parts, and those that are no number or date, go to "more in the record" as they are.
  for (const part of parts) cautions.leave(elementName('repeat', part), elementText(part));
  return [issued, allowed, reviewBy].every((each) => each === null) ? null : { issued, allowed, reviewBy };
}

/** GP Connect's day on which the status of a prescription changed, and why it did. */
export function statusChangeOf({ value }: Held<'MedicationRequest'>, cautions: Cautions) {
  const changes = extensionsOf(value.extension, EXTENSION.medicationStatusReason);
  const [on = null, ...others] = changes.flatMap(
    (change) => dateIn(part(change, 'statusChangeDate'), cautions) ?? [],
  );
  for (const other of others) cautions.leave('another change of status', formatDate(other));
  return { on, why: changes.map((change) => elementText(part(change, 'statusReason'))) };
}

function numberFrom(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null;
}
