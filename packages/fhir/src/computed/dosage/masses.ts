import { byCode } from '../../by-code.ts';

/** Micrograms in each unit of mass, in the spelling of `compared`. */
export const MICROGRAMS = byCode<number>({
  nanogram: 0.001,
  microgram: 1,
  mg: 1000,
  g: 1_000_000,
});
