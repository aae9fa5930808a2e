import type { Recorded } from '../recorded.ts';
import type { Allergy } from './allergy.ts';

/** An allergy of which a test says what it needs. */
export function allergyOf(fact: Recorded, parts: Partial<Allergy> = {}): Allergy {
  return {
    ...fact,
    substance: 'trimethoprim',
    kind: 'allergy',
    category: [],
    criticality: null,
    reactions: [],
    status: 'active',
    lastReaction: null,
    ...parts,
  };
}
