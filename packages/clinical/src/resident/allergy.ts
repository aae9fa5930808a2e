import type { Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

/** An allergy or intolerance. Refuted and mistaken entries never get this far. */
export interface Allergy extends Recorded {
  /** Written out: "penicillin". */
  readonly substance: string;
  readonly kind: 'allergy' | 'intolerance' | 'unknown';
  readonly category: readonly ('medication' | 'food' | 'environment' | 'biologic')[];
  readonly criticality: 'low' | 'high' | 'unable-to-assess' | null;
  /** What happened: "rash", "anaphylaxis". */
  readonly reactions: readonly {
    readonly text: string;
    readonly severity: 'mild' | 'moderate' | 'severe' | null;
  }[];
  readonly status: 'active' | 'inactive' | 'resolved' | 'not-stated';
  readonly lastReaction: PartialDate | null;
}
