import type { Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

/** What must be known before walking into the room. */
export interface Alert extends Recorded {
  readonly kind:
    'reasonable-adjustment' | 'deprivation-of-liberty' | 'infection' | 'same-name' | 'safeguarding' | 'other';
  readonly text: string;
  readonly until: PartialDate | null;
}
