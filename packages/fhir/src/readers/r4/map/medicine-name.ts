import type { Caution } from '@ehch/clinical';
import { EXTENSION } from '../../../codes/systems.ts';
import { conceptWords, firstWords, type ConceptLike } from '../../../coding.ts';
import { isObject } from '../../../entry.ts';
import { conceptText, extensionsOf } from '../../../extensions.ts';
import { words } from '../../../text.ts';
import type { Reference } from '../datatypes.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';

export interface MedicineName {
  readonly generic: string | null;
  readonly brand: string | null;
  readonly form: string | null;
  /** `system|code` of every coding, to tell the same medicine from another. */
  readonly codes: readonly string[];
}

export interface NamesMedicine {
  readonly medicationCodeableConcept?: (ConceptLike & { readonly extension?: unknown }) | undefined;
  readonly medicationReference?: Reference | undefined;
}

/**
 * What the medicine is called: from the concept, or the Medication it names (contained, relative, absolute, `urn:`), or
 * the words beside the reference. `null` when there are no words at all.
 *
 * The whole name stays together as `generic`, as the record has it. A brand stands apart only where UK Core's trade
 * family says so, and a form only where the Medication has one that its name does not already hold: nothing is split by
 * guessing at text.
 */
export function medicineName(
  record: PatientRecord,
  held: Held,
  { medicationCodeableConcept, medicationReference }: NamesMedicine,
  care: Set<Caution>,
): MedicineName | null {
  const inline = conceptWords(medicationCodeableConcept, care);
  if (inline !== null)
    return named(inline, medicationCodeableConcept, tradeFamily(medicationCodeableConcept), null);
  const medication = record.resolve(medicationReference, held);
  if (isHeld(medication, 'Medication')) {
    const { code, form, ingredient, extension } = medication.value;
    const text =
      conceptWords(code, care) ??
      firstWords(
        ingredient?.flatMap(({ itemCodeableConcept }) => itemCodeableConcept ?? []),
        care,
      );
    for (const caution of medication.cautions) care.add(caution);
    if (text !== null) {
      return named(text, code, tradeFamily({ extension }) ?? tradeFamily(code), conceptWords(form, care));
    }
  }
  if (medicationReference === undefined) return null;
  care.add('reference-missing');
  const display = words(medicationReference.display);
  if (display !== null) return named(display, undefined, null, null);
  const identifier = words(medicationReference.identifier?.value);
  if (identifier === null) return null;
  care.add('code-only');
  return named(identifier, undefined, null, null);
}

function named(
  text: string,
  concept: ConceptLike | undefined,
  brand: string | null,
  form: string | null,
): MedicineName {
  const codes = (concept?.coding ?? []).flatMap(({ system, code }) =>
    system && code ? [`${system}|${code}`] : [],
  );
  const holds = (part: string) => text.toLowerCase().includes(part.toLowerCase().replace(/s$/, ''));
  return {
    generic: text,
    brand: brand === null || holds(brand) ? null : brand,
    form: form === null || holds(form) ? null : form,
    codes,
  };
}

function tradeFamily(value: unknown): string | null {
  const list = isObject(value) ? value['extension'] : undefined;
  return conceptText(extensionsOf(list, EXTENSION.medicationTradeFamily)[0]);
}
