import type { DeficitRule } from '../../types.ts';
import { bodyDeficits } from './body.ts';
import { conditionDeficits } from './conditions.ts';
import { functionDeficits } from './function.ts';
import { mindDeficits } from './mind.ts';

/**
 * The deficits of this template, for its own frailty index: each bears on health, none says again what another one says,
 * and together they span several systems (Searle 2008). [P] Which ones, and their halves, are this product's.
 */
export const cgaDeficits: readonly DeficitRule[] = [
  ...conditionDeficits,
  ...bodyDeficits,
  ...functionDeficits,
  ...mindDeficits,
];
