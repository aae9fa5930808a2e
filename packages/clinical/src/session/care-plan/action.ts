import type { EditableLine } from '../../care-plan/editable-lines.ts';
import type { PlanLineKind, PlanText } from '../../care-plan/line.ts';
import type { Decider } from '../../place/place.ts';
import type { Receipt } from '../../ports/care-actions.ts';
import type { Author } from '../../recorded.ts';
import type { ResidentId } from '../../resident/identity.ts';

/** Who presses, and by which line of the place file this person decides (`deciderFor`); `null`: they propose. */
export interface PlanPresser {
  readonly by: Author;
  readonly decider: Decider | null;
}

/** What a person does at a plan. */
export type PlanPress =
  | { readonly kind: 'open-line'; readonly line: string }
  /** `fields`: what is known already, such as the decision to which a choice belongs. */
  | { readonly kind: 'add-line'; readonly of: PlanLineKind; readonly fields?: PlanText }
  /** Opens a proposal as the decision that it would be, for somebody who may decide. */
  | { readonly kind: 'take-proposal'; readonly proposal: string }
  | { readonly kind: 'write'; readonly key: string; readonly field: string; readonly text: string }
  /** Chooses one side of a field that both changed, or of a whole decision. */
  | {
      readonly kind: 'choose';
      readonly key: string;
      readonly field: string;
      readonly side: 'mine' | 'theirs';
    }
  /** Goes on although the line was ended elsewhere: it is saved as a new line. */
  | { readonly kind: 'keep-as-new'; readonly key: string }
  /** Puts away what was typed. */
  | { readonly kind: 'close'; readonly key: string }
  | ({ readonly kind: 'save'; readonly key: string } & PlanPresser)
  | ({ readonly kind: 'end-line'; readonly line: string; readonly reason: string } & PlanPresser)
  /** Hands one saving over again, of which the port has said nothing. */
  | { readonly kind: 'hand-again'; readonly intent: string }
  /** Opens again what a port refused. */
  | { readonly kind: 'reopen'; readonly intent: string };

/** What the world says. */
export type PlanNews =
  /** The record was read again. `readAll`: no part of it is missing, so a line that is not there is gone. */
  | {
      readonly kind: 'plan-arrived';
      readonly resident: ResidentId;
      readonly lines: readonly EditableLine[];
      readonly proposals?: readonly EditableLine[];
      readonly readAll: boolean;
    }
  | { readonly kind: 'connection'; readonly isOnline: boolean }
  | { readonly kind: 'enqueued'; readonly intent: string; readonly receipt: Receipt }
  | { readonly kind: 'enqueue-failed'; readonly intent: string }
  /** The port has said nothing for 30 seconds. */
  | { readonly kind: 'enqueue-silent'; readonly intent: string }
  | { readonly kind: 'receipt-changed'; readonly intent: string; readonly receipt: Receipt };

export type PlanAction = PlanPress | PlanNews;
