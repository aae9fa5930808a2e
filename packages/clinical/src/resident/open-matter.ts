import type { Recorded } from '../recorded.ts';
import type { Thread } from '../thread/thread.ts';
import type { Instant, PartialDate } from '../time/types.ts';

/** A matter that waits for a person: a worry, an action of the plan, a proposed change of the plan, or a message. */
export interface OpenMatter extends Recorded {
  readonly kind: 'worry' | 'action' | 'proposal' | 'message';
  readonly text: string;
  readonly urgency: 'routine' | 'urgent' | 'asap' | 'stat' | 'not-stated';
  readonly owner: string | null;
  readonly due: PartialDate | null;
  /** Somebody proposes it, and nobody has asked for it yet: it waits for no answer, and is not due. */
  readonly proposed?: true;
  /**
   * How far the matter is. "Sent" is neutral: nobody has seen it yet.
   * Only a person's answer makes it `answered`.
   */
  readonly progress:
    /** It lies on this device alone, so nobody else knows of it. */
    | { readonly state: 'not-sent' }
    | { readonly state: 'sent' }
    | { readonly state: 'seen'; readonly by: string | null; readonly at: Instant | null }
    | {
        readonly state: 'answered';
        readonly by: string | null;
        readonly at: Instant | null;
        readonly promisedBy: Instant | null;
      }
    | { readonly state: 'on-hold'; readonly why: string | null }
    | { readonly state: 'unknown' };
  /** The thread behind it, with every press. Absent: the matter came from a system without threads. */
  readonly thread?: Thread;
}
