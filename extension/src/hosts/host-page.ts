import type { OnScreen } from '../messages/page.ts';

/** A page as the host would write it, and whom the adapter must read on it. We write the pages: no patient is real. */
export interface HostPage {
  readonly file: string;
  readonly reads: OnScreen | 'none' | 'ambiguous';
}
