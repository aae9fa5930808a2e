import { compared } from '../../../said-already.ts';
import type { MappedMedicine } from './medicine.ts';

/**
 * Whether two records name one product in one strength and form. The words decide: a shared code may be a class, or the code
 * for "transfer-degraded", or stand for tablets and capsules alike. Codes can only tell two products apart.
 */
export function sameProduct(a: MappedMedicine, b: MappedMedicine): boolean {
  return namesOf(a) === namesOf(b) && !codesDiffer(a.codes, b.codes);
}

/** Each name is compared with every other: it is written for that once. */
const NAMES = new WeakMap<MappedMedicine, string>();

function namesOf(one: MappedMedicine): string {
  const { generic, brand, form, contents = [] } = one.medicine;
  const known = NAMES.get(one);
  const names =
    known ?? JSON.stringify([generic, brand, form, ...contents].map((name) => compared(name ?? '')));
  if (known === undefined) NAMES.set(one, names);
  return names;
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
