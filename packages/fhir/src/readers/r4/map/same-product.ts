import type { RecordedMedicine } from '../../../recorded-view.ts';
import { compared } from '../../../said-already.ts';
import { WITHHELD_NAME } from './absent-reason.ts';
import type { MappedMedicine } from './medicine.ts';

/** The words that make a product of one strength and form, as they are compared. Only records that agree in them can be one. */
export function productWords({
  generic,
  brand,
  form,
  contents = [],
}: Pick<RecordedMedicine, 'generic' | 'brand' | 'form' | 'contents'>): string {
  return JSON.stringify([generic, brand, form, ...contents].map((name) => compared(name ?? '')));
}

/**
 * Whether two records name one product in one strength and form. The words decide: a shared code may be a class, or the code
 * for "transfer-degraded", or stand for tablets and capsules alike. Codes can only tell two products apart.
 */
export function sameProduct(a: MappedMedicine, b: MappedMedicine): boolean {
  // Two names that are withheld may be two medicines.
  if (a.medicine.generic === WITHHELD_NAME) return false;
  return a.product === b.product && !codesDiffer(a.codes, b.codes);
}

/** In a code system that both use, they have no code in common. */
function codesDiffer(a: readonly string[], b: readonly string[]): boolean {
  const systemsOf = (codes: readonly string[]) => new Set(codes.map((code) => code.split('|')[0]));
  const others = systemsOf(b);
  return [...systemsOf(a)].some((system) => {
    const of = (codes: readonly string[]) => codes.filter((code) => code.startsWith(`${system ?? ''}|`));
    return others.has(system) && !of(a).some((code) => of(b).includes(code));
  });
}
