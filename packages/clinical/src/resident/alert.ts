import type { Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

/** A fact that everybody must know before they enter the room. */
export interface Alert extends Recorded {
  readonly kind:
    'reasonable-adjustment' | 'deprivation-of-liberty' | 'infection' | 'same-name' | 'safeguarding' | 'other';
  readonly text: string;
  readonly until: PartialDate | null;
}
