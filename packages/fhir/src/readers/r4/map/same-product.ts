import type { RecordedMedicine } from '../../../recorded-view.ts';
import { compared } from '../../../said-already.ts';
import { WITHHELD_NAME } from './absent-reason.ts';
import type { MappedMedicine } from './medicine.ts';

/**
 * The words that make up a product of one strength and form, as they are compared. Only records with the same
 * words can be the same product.
 */
export function productWords({
  generic,
  brand,
  form,
  contents = [],
}: Pick<RecordedMedicine, 'generic' | 'brand' | 'form' | 'contents'>): string {
  return JSON.stringify([generic, brand, form, ...contents].map((name) => compared(name ?? '')));
}

/**
 * Whether two records name the same product in the same strength and form. The words decide. A shared code
 * may be a class, or "transfer-degraded", or stand for tablets and capsules alike. So codes can only tell two
 * products apart.
 */
export function sameProduct(a: MappedMedicine, b: MappedMedicine): boolean {
  // Two withheld names may be two medicines.
  if (a.medicine.generic === WITHHELD_NAME) return false;
  return a.product === b.product && !codesDiffer(a.codes, b.codes);
}

/** Whether both use a code system in which they have no code in common. */
function codesDiffer(a: readonly string[], b: readonly string[]): boolean {
  const systemsOf = (codes: readonly string[]) => new Set(codes.map((code) => code.split('|')[0]));
  const others = systemsOf(b);
  return [...systemsOf(a)].some((system) => {
    const of = (codes: readonly string[]) => codes.filter((code) => code.startsWith(`${system ?? ''}|`));
    return others.has(system) && !of(a).some((code) => of(b).includes(code));
  });
}
