import type { Recorded } from '../recorded.ts';
import type { PersonName } from './identity.ts';
import type { PartialDate } from '../time/types.ts';

/** What must be known before walking into the room. */
export interface Alert extends Recorded {
  readonly kind:
    'reasonable-adjustment' | 'deprivation-of-liberty' | 'infection' | 'same-name' | 'safeguarding' | 'other';
  readonly text: string;
  readonly until: PartialDate | null;
  /** Of a `same-name` alert: who else answers to the name, so that the two can be told apart. */
  readonly namesakes?: readonly Namesake[];
}

/** Another resident of the home whose name can be mistaken for hers: what tells the two apart, and nothing else. */
export interface Namesake {
  readonly name: PersonName | null;
  readonly room: string | null;
  readonly born: PartialDate | null;
}
