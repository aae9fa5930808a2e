import { unitOf } from '../../amount-words.ts';
import type { Quantity, Range } from '../../readers/r4/datatypes.ts';
import type { Dosage } from '../../readers/r4/dosage.ts';

/**
 * Whether a dosage step has a part that no prescriber can mean: a negative amount, "10 to 5 mg", "5 mg to 10 mL",
 * "no times a day". It stays on screen as recorded, with a caution. A dose of 0 is meant: tonight without warfarin.
 */
export function isImpossible({ doseAndRate = [], timing, ...limits }: Dosage): boolean {
  const { frequency, frequencyMax, period, periodMax, count, countMax } = timing?.repeat ?? {};
  const ranges = doseAndRate.flatMap(({ doseRange, rateRange }) => [doseRange, rateRange]);
  const amounts = [
    ...doseAndRate.flatMap(({ doseQuantity, rateQuantity }) => [doseQuantity, rateQuantity]),
    ...ranges.flatMap((range) => [range?.low, range?.high]),
    limits.maxDosePerPeriod?.numerator,
    limits.maxDosePerAdministration,
    limits.maxDosePerLifetime,
  ];
  const spans = [
    [frequency, frequencyMax],
    [period, periodMax],
    [count, countMax],
  ] as const;
  return (
    amounts.some((amount) => (amount?.value ?? 0) < 0) ||
    ranges.some(isTurned) ||
    spans.some(([least, most]) => least !== undefined && most !== undefined && least > most) ||
    spans.some(([least, most]) => (most ?? least ?? 1) <= 0)
  );
}

/** A range from more to less, or from one unit to another. */
function isTurned(range: Range | undefined): boolean {
  const { low, high } = range ?? {};
  if (low?.value === undefined || high?.value === undefined) return false;
  return areOfOneUnit(low, high) ? low.value > high.value : isAsLarge(low, high);
}

function areOfOneUnit(low: Quantity, high: Quantity): boolean {
  const [first, second] = [low, high].map((end) => unitOf(end)?.toLowerCase() ?? null);
  return first === null || second === null || first === second;
}

/** "500 micrograms to 1 mg" goes up. "5 mg to 10 mL" goes nowhere. */
function isAsLarge(low: Quantity, high: Quantity): boolean {
  const [first, second] = [low, high].map(
    (end) => MICROGRAMS.find(([unit]) => unit.test(unitOf(end) ?? ''))?.[1],
  );
  if (first === undefined || second === undefined) return true;
  return (low.value ?? 0) * first > (high.value ?? 0) * second;
}

const MICROGRAMS: readonly (readonly [RegExp, number])[] = [
  [/^(?:mcgs?|ug|[µμ]g|micrograms?)$/i, 1],
  [/^(?:mgs?|milligram(?:me)?s?)$/i, 1000],
  [/^(?:g|gram(?:me)?s?)$/i, 1_000_000],
];
