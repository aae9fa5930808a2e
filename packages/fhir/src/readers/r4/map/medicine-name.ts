import { EXTENSION } from '../../../codes/systems.ts';
import { conceptWords, type ConceptLike } from '../../../coding.ts';
import { isObject } from '../../../entry.ts';
import { extensionsOf } from '../../../extensions.ts';
import { holdsWords } from '../../../said-already.ts';
import { joined, words } from '../../../text.ts';
import type { Cautions } from '../cautions.ts';
import type { Reference } from '../datatypes.ts';
import { elementText } from '../elements/words.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { withheldName } from './absent-reason.ts';
import { codedAs } from './coded-as.ts';
import { contentWords, isInName, medicineContents } from './medicine-contents.ts';

/** The name of a medicine, in the parts that the record keeps apart. */
export interface MedicineName {
  readonly generic: string | null;
  readonly brand: string | null;
  readonly form: string | null;
  readonly contents: readonly string[];
  readonly remarks: readonly string[];
  /** The `system|code` of every coding, to compare medicines. */
  readonly codes: readonly string[];
}

/** R4 medication[x] of a statement or a request. */
export interface NamesMedicine {
  readonly medicationCodeableConcept?: (ConceptLike & { readonly extension?: unknown }) | undefined;
  readonly medicationReference?: Reference | undefined;
}

/**
 * What the medicine is called: by the concept, else by the Medication that the reference leads to, else by
 * the words of the reference. `null`: there are no words at all.
 * The whole name stays together as `generic`, as the record has it. The brand is separate only where UK
 * Core's trade family states it. The form is separate only where the Medication has one that its name lacks.
 * Nobody splits a name by guessing.
 */
export function medicineName(
  record: PatientRecord,
  held: Held,
  { medicationCodeableConcept, medicationReference }: NamesMedicine,
  cautions: Cautions,
): MedicineName | null {
  const inline = conceptWords(medicationCodeableConcept, cautions) ?? withheldName(medicationCodeableConcept);
  if (inline !== null) {
    return named(inline, {
      concept: medicationCodeableConcept,
      brand: tradeFamily(medicationCodeableConcept),
    });
  }
  const medication = record.resolve(medicationReference, held);
  // A Medication entered in error names no medicine. The caution says that the record could not be found.
  if (isHeld(medication, 'Medication') && medication.value.status !== 'entered-in-error') {
    const found = fromMedication(record, medication, cautions);
    cautions.leaveFrom(medication);
    if (found !== null)
      return { ...found, remarks: [...found.remarks, ...calledBy(medicationReference, found)] };
  }
  if (medicationReference === undefined) return null;
  cautions.add('reference-missing');
  const display = words(medicationReference.display);
  if (display !== null) return named(display, {});
  const identifier = words(medicationReference.identifier?.value);
  if (identifier === null) return null;
  cautions.add('code-only');
  return named(identifier, {});
}

/**
 * What the reference calls the medicine, where that differs from the record that it leads to. Nobody here
 * knows which is right.
 */
function calledBy(
  reference: Reference | undefined,
  { generic, brand, form }: MedicineName,
): readonly string[] {
  const said = words(reference?.display);
  const name = [generic, brand, form].join(' ');
  return said === null || holdsWords(name, said) ? [] : [`called “${said}” by this record`];
}

/**
 * The name from the code of a Medication, else from its active ingredients. One ingredient of two is another
 * medicine.
 */
function fromMedication(
  record: PatientRecord,
  medication: Held<'Medication'>,
  cautions: Cautions,
): MedicineName | null {
  const { code, form, extension, status } = medication.value;
  const { active, inactive } = medicineContents(record, medication, cautions);
  const coded = conceptWords(code, cautions) ?? withheldName(code);
  const text = coded ?? words(active.map(contentWords).join(', '));
  if (text === null) return null;
  return named(text, {
    concept: code,
    brand: tradeFamily({ extension }) ?? tradeFamily(code),
    form: conceptWords(form, cautions),
    contents: [
      ...(coded === null ? [] : active.filter((content) => !isInName(content, coded)).map(contentWords)),
      ...inactive.map((content) => `${contentWords(content)} (not active)`),
    ],
    remarks: status === 'inactive' ? ['the product is marked as no longer used'] : [],
  });
}

interface Parts {
  readonly concept?: ConceptLike | undefined;
  readonly brand?: string | null;
  readonly form?: string | null;
  readonly contents?: readonly string[];
  readonly remarks?: readonly string[];
}

function named(
  text: string,
  { concept, brand = null, form = null, contents = [], remarks = [] }: Parts,
): MedicineName {
  const codes = (concept?.coding ?? []).flatMap(({ system, code }) =>
    system && code ? [`${system}|${code}`] : [],
  );
  const holds = (part: string) => text.toLowerCase().includes(part.toLowerCase().replace(/s$/, ''));
  return {
    generic: text,
    brand: brand === null || holds(brand) ? null : brand,
    form: form === null || holds(form) ? null : form,
    contents,
    remarks: [...remarks, ...codedAs(text, concept)],
    codes,
  };
}

function tradeFamily(value: unknown): string | null {
  const list = isObject(value) ? value['extension'] : undefined;
  return joined([...new Set(extensionsOf(list, EXTENSION.medicationTradeFamily).map(elementText))], ', ');
}
