import { conceptWords } from '../../../coding.ts';
import { words } from '../../../text.ts';
import type { Care } from '../care.ts';
import type { Reference } from '../datatypes.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';

/**
 * Another record by what it is coded as, or by the words of the reference. Where neither names it, that there is one is said
 * beside the fact.
 */
export function namedRecord(
  record: PatientRecord,
  held: Held,
  reference: Reference,
  element: string,
  care: Care,
): string | null {
  const target = record.resolve(reference, held);
  const name = isHeld(target, 'Observation', 'Condition') ? conceptWords(target.value.code, care) : null;
  const text = name ?? words(reference.display);
  if (text === null) care.leave(element);
  return text;
}
