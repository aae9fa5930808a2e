import { byCode } from '../../by-code.ts';

/** Micrograms in each unit of mass, in the spelling of `compared`. */
const MICROGRAMS = byCode<number>({
  nanogram: 0.001,
  microgram: 1,
  mg: 1000,
  g: 1_000_000,
});

/** Millilitres in each unit of volume, in the same spelling. */
const MILLILITRES = byCode<number>({ ml: 1, cl: 10, dl: 100, l: 1000 });

/** The table that has both units. `null`: no table does, and one cannot be turned into the other. */
export function sizesOf(unit: string, other: string) {
  return [MICROGRAMS, MILLILITRES].find((sizes) => unit in sizes && other in sizes) ?? null;
}
