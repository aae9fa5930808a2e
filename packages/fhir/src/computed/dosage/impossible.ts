import { unitOf } from '../../amount-words.ts';
import type { Range } from '../../readers/r4/datatypes.ts';
import type { Dosage } from '../../readers/r4/dosage.ts';
import { compared } from '../../said-already.ts';
import { sizesOf } from './masses.ts';

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

/**
 * A range from more to less, or from one unit to another. "500 micrograms to 1 mg" and "500 mL to 1 L" go up,
 * "5 mg to 10 mL" nowhere.
 */
function isTurned(range: Range | undefined): boolean {
  const { low, high } = range ?? {};
  if (low?.value === undefined || high?.value === undefined) return false;
  // One spelling: a range may be from 1 tablet to 2 tablets.
  const [from = '', to = ''] = [low, high].map((end) => compared(unitOf(end) ?? ''));
  if (from === '' || to === '' || from === to) return low.value > high.value;
  const sizes = sizesOf(from, to);
  return sizes === null || low.value * (sizes[from] ?? 0) > high.value * (sizes[to] ?? 0);
}
