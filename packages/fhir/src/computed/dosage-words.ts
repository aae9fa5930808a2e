import { formatQuantity, type Caution } from '@ehch/clinical';
import { conceptWords } from '../coding.ts';
import { joined, words } from '../text.ts';
import type { Quantity, Range } from '../readers/r4/datatypes.ts';
import type { Dosage } from '../readers/r4/dosage.ts';
import { timingWords } from './timing-words.ts';

export interface DosageWords {
  readonly dose: { readonly value: number; readonly unit: string } | null;
  readonly route: string | null;
  readonly instructions: string | null;
  readonly use: 'regular' | 'as-required' | 'not-stated';
}

/**
 * How a medicine is taken. The record's own text comes first and whole; structured parts stand for it where there is no
 * text. One single dose is given as a quantity; anything less simple stays words, so that no dose is picked from several.
 */
export function dosageWords(dosages: readonly Dosage[] | undefined, care: Set<Caution>): DosageWords {
  const list = (dosages ?? []).toSorted((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
  const [only] = list;
  const single = list.length === 1 ? only : undefined;
  const dose = single === undefined ? null : singleDose(single);
  const routes = new Set(list.map(({ route }) => conceptWords(route, care)));
  const steps = list.map((step) => instructionsOf(step, dose !== null, care));
  // A step without words may hold what the others do not say.
  if (steps.some((step) => step === null) && steps.some((step) => step !== null))
    care.add('partly-unreadable');
  const isSequence = new Set(list.map(({ sequence }) => sequence)).size === list.length;
  return {
    dose,
    route: routes.size === 1 ? ([...routes][0] ?? null) : null,
    instructions: joined(steps, isSequence && list.length > 1 ? ', then ' : ' and '),
    use: useOf(list),
  };
}

function singleDose({ doseAndRate }: Dosage): DosageWords['dose'] {
  const quantity = doseAndRate?.length === 1 ? doseAndRate[0]?.doseQuantity : undefined;
  const unit = unitOf(quantity);
  if (quantity?.value === undefined || unit === null || quantity.comparator !== undefined) return null;
  return { value: quantity.value, unit };
}

function instructionsOf(step: Dosage, doseIsApart: boolean, care: Set<Caution>): string | null {
  const whole = joined(
    [step.text, step.text === step.patientInstruction ? null : step.patientInstruction],
    '. ',
  );
  if (whole !== null) return whole;
  const timing = timingWords(step.timing);
  if (step.timing !== undefined && timing === null) care.add('partly-unreadable');
  const reason = conceptWords(step.asNeededCodeableConcept, care);
  const asNeeded = step.asNeededBoolean === true || step.asNeededCodeableConcept !== undefined;
  return joined(
    [
      doseIsApart ? null : doseWords(step, care),
      timing,
      asNeeded ? joined(['as required', reason === null ? null : `for ${reason}`]) : null,
      ...(step.additionalInstruction ?? []).map((more) => conceptWords(more, care)),
      mostWords(step),
    ],
    ', ',
  );
}

function doseWords({ doseAndRate }: Dosage, care: Set<Caution>): string | null {
  const [first, ...more] = doseAndRate ?? [];
  if (first === undefined) return null;
  if (more.length > 0) care.add('partly-unreadable');
  const rate = first.rateQuantity ?? null;
  const { numerator, denominator } = first.rateRatio ?? {};
  return joined([
    amount(first.doseQuantity) ?? rangeWords(first.doseRange),
    rate === null ? rangeWords(first.rateRange) : amount(rate),
    numerator && denominator ? joined([amount(numerator), 'in', amount(denominator)]) : null,
  ]);
}

function mostWords({ maxDosePerPeriod }: Dosage): string | null {
  const most = amount(maxDosePerPeriod?.numerator);
  const per = amount(maxDosePerPeriod?.denominator);
  return most === null || per === null ? null : `no more than ${most} in ${per}`;
}

function rangeWords(range: Range | undefined): string | null {
  const [low, high] = [range?.low, range?.high];
  if (low?.value === undefined || high?.value === undefined) return amount(low ?? high);
  const unit = unitOf(high) ?? unitOf(low);
  return unit === null ? null : `${formatNumber(low.value)} to ${formatQuantity(high.value, unit)}`;
}

function amount(quantity: Quantity | undefined): string | null {
  const unit = unitOf(quantity);
  if (quantity?.value === undefined || unit === null) return null;
  return joined([quantity.comparator, formatQuantity(quantity.value, unit)]);
}

function formatNumber(value: number): string {
  return formatQuantity(value, '').trim();
}

function unitOf(quantity: Quantity | undefined): string | null {
  return words(quantity?.unit) ?? words(quantity?.code);
}

function useOf(list: readonly Dosage[]): DosageWords['use'] {
  const needed = list.map(
    (step) => step.asNeededBoolean === true || step.asNeededCodeableConcept !== undefined,
  );
  if (needed.length > 0 && needed.every(Boolean)) return 'as-required';
  const timed = list.some(({ timing, asNeededBoolean }) => timing !== undefined || asNeededBoolean === false);
  return timed && !needed.includes(true) ? 'regular' : 'not-stated';
}
