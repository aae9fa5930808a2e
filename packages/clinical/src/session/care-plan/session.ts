import type { EditableLine } from '../../care-plan/editable-lines.ts';
import type { PlanLineKind, PlanText } from '../../care-plan/line.ts';
import type { PlanLineIntent } from '../../ports/care-actions.ts';
import type { ResidentId } from '../../resident/identity.ts';
import type { Instant } from '../../time/types.ts';
import type { Handed } from '../handing.ts';

/** The plan of one resident while somebody changes it, as a value. */
export interface PlanSession {
  readonly resident: ResidentId;
  /**
   * Whether what is saved now is the record: a server answers, or the place has none and this device is the record. Otherwise a
   * decision can only be proposed.
   */
  readonly isOnline: boolean;
  /** The lines as the record last said them. */
  readonly lines: readonly EditableLine[];
  /** What is proposed, as the record last said it. */
  readonly proposals: readonly EditableLine[];
  /** What is being typed, in the order in which it was begun. */
  readonly open: readonly OpenLine[];
  /** What was saved, with what became of it, oldest first. */
  readonly handed: readonly HandedLine[];
}

/** One line that somebody is changing, or a new one. */
export interface OpenLine {
  /** The id of the press that opened it. */
  readonly key: string;
  readonly kind: PlanLineKind;
  /** `null`: a new line. */
  readonly line: string | null;
  /** The proposal that is being taken over. Absent: none is. */
  readonly proposal?: string;
  /** The fields as they stood when the person last looked at them. */
  readonly base: PlanText;
  /** As typed. */
  readonly mine: PlanText;
  /** As somebody else has left them meanwhile; `null`: nobody has. */
  readonly theirs: PlanText | null;
  /** The line was ended elsewhere meanwhile. */
  readonly isGone: boolean;
  /** What the person chose for each field that both changed. A decision has one choice, under {@link WHOLE}. Nothing is preselected. */
  readonly choices: Readonly<Record<string, 'mine' | 'theirs'>>;
}

/** The name of the one choice of a decision. */
export const WHOLE = '*';

/** One saving with what became of it. What was typed stays with it until a port has taken it over. */
export interface HandedLine extends Handed {
  readonly intent: string;
  readonly pressedAt: Instant;
  readonly what: PlanLineIntent;
  /** As it was open; `null`: a line was ended. */
  readonly from: OpenLine | null;
}

/** A plan that nobody is changing yet. */
export function openPlan(resident: ResidentId, { isOnline }: { readonly isOnline: boolean }): PlanSession {
  return { resident, isOnline, lines: [], proposals: [], open: [], handed: [] };
}
