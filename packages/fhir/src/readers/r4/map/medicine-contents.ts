import { amountWords, ratioWords } from '../../../amount-words.ts';
import { conceptWords } from '../../../coding.ts';
import { isSaid } from '../../../said-already.ts';
import { joined, words } from '../../../text.ts';
import type { Cautions } from '../cautions.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';

type Ingredient = NonNullable<Held<'Medication'>['value']['ingredient']>[number];

/** The ingredients of a medicine. */
export interface MedicineContents {
  /**
   * Active ingredients, and those of which the record does not say that they are inactive, each with its
   * strength.
   */
  readonly active: readonly Content[];
  readonly inactive: readonly Content[];
}

/** One ingredient with its strength. */
export interface Content {
  readonly name: string;
  /** The strength with its unit: "5 mg per tablet". */
  readonly strength: string | null;
  /** The numbers of the strength, to find them in a name such as "250mg/5ml". */
  readonly amounts: readonly string[];
}

/** The ingredients of a Medication. Half a strength goes to "more in the record". */
export function medicineContents(
  record: PatientRecord,
  medication: Held<'Medication'>,
  cautions: Cautions,
): MedicineContents {
  const { ingredient = [] } = medication.value;
  const read = (some: readonly Ingredient[]) =>
    some.map((one) => contentOf(record, medication, one, cautions));
  return {
    active: read(ingredient.filter(({ isActive }) => isActive !== false)),
    inactive: read(ingredient.filter(({ isActive }) => isActive === false)),
  };
}

/** An ingredient in words. */
export function contentWords({ name, strength }: Content): string {
  return joined([name, strength]) ?? name;
}

/** Whether the name of the medicine already states the ingredient and its strength. */
export function isInName({ name, amounts }: Content, medicine: string): boolean {
  return [name, ...amounts].every((part) => isSaid(part, medicine));
}

function contentOf(
  record: PatientRecord,
  medication: Held<'Medication'>,
  { itemCodeableConcept, itemReference, strength }: Ingredient,
  cautions: Cautions,
): Content {
  const target = record.resolve(itemReference, medication);
  const name =
    conceptWords(itemCodeableConcept, cautions) ??
    (isHeld(target, 'Medication') ? conceptWords(target.value.code, cautions) : null) ??
    words(itemReference?.display);
  if (name === null) cautions.add('reference-missing');
  const said = ratioWords(strength);
  // Half a strength is another strength.
  if (strength !== undefined && said === null)
    cautions.leave('strength', amountWords(strength.numerator ?? strength.denominator));
  const halves = [
    strength?.numerator,
    strength?.denominator?.value === 1 ? undefined : strength?.denominator,
  ];
  return {
    name: name ?? 'an ingredient without a name',
    strength: said,
    amounts: halves.map((half) => amountWords(half)).filter((amount) => amount !== null),
  };
}
