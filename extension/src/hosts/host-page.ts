import type { OnScreen } from '../messages/page.ts';

/** A saved page of a host, and who the adapter must read on it. Written by us: no page of a real patient is kept. */
export interface HostPage {
  readonly file: string;
  readonly reads: OnScreen | 'none' | 'ambiguous';
}
