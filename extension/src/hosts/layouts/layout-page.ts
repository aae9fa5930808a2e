import type { OnScreen } from '../../messages/page.ts';

/** A page of our own making, and whom its tab must show with all its frames taken together. */
export interface LayoutPage {
  readonly file: string;
  readonly reads: OnScreen | 'nobody' | 'ambiguous';
  /** Why that is right, where the page does not say it by itself. */
  readonly why?: string;
}
