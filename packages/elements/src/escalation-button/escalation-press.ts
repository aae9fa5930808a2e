import type { DangerSign, RedFlag, TickedSign } from '@ehch/clinical/escalation';
import type { EscalationField } from '@ehch/clinical/session';
import type { AskedBy, KindName, ThreadAct } from '@ehch/clinical/thread';
import { pressesOf } from '../internal/press.ts';
import type { RetryPress } from '../internal/retry.ts';

/** Everything that a person does here. The component adds who pressed. */
export type EscalationButtonPress =
  /** Opens what is asked. `isWorried`: by the big button, which says so. */
  | { readonly kind: 'open'; readonly isWorried: boolean }
  | { readonly kind: 'close' }
  | { readonly kind: 'tick-danger'; readonly sign: DangerSign; readonly isTicked: boolean }
  | { readonly kind: 'tick-sign'; readonly sign: TickedSign['id']; readonly isTicked: boolean }
  | { readonly kind: 'say-usual'; readonly sign: TickedSign['id']; readonly usual: TickedSign['usual'] }
  | { readonly kind: 'tick-flag'; readonly flag: RedFlag; readonly isTicked: boolean }
  | { readonly kind: 'tick-worry'; readonly isTicked: boolean }
  | { readonly kind: 'say-infection'; readonly isPossible: boolean | null }
  | { readonly kind: 'write'; readonly field: EscalationField; readonly text: string }
  | { readonly kind: 'choose-matter'; readonly matter: KindName }
  | { readonly kind: 'say-who-asks'; readonly askedBy: AskedBy }
  | { readonly kind: 'choose-row'; readonly row: string | null }
  | { readonly kind: 'check-name' }
  | { readonly kind: 'send' }
  | { readonly kind: 'act'; readonly act: Exclude<ThreadAct, { kind: 'raise' }> }
  | { readonly kind: 'hand-again'; readonly entry: string }
  /** Hands over again what was pressed about somebody who is no longer on screen. */
  | { readonly kind: 'hand-left-again'; readonly entry: string }
  /** Somebody has read that such a press was refused. */
  | { readonly kind: 'note-left'; readonly entry: string }
  | { readonly kind: 'say-line'; readonly line: string; readonly isSaid: boolean }
  /** Opens or closes the form for observations. */
  | { readonly kind: 'observe'; readonly isOpen: boolean }
  /** Somebody who is not on the list: what is typed about them, and the way on. */
  | { readonly kind: 'not-listed' | 'go-on-unlisted' | 'leave-unlisted' }
  | { readonly kind: 'type-unlisted'; readonly field: 'name' | 'born' | 'room'; readonly text: string }
  /** Begins anew with what was ticked and typed, after it was refused or given up. */
  | { readonly kind: 'same-again' }
  /** Raises here what was withdrawn because it was about another resident. */
  | { readonly kind: 'carry-over' }
  /** Goes on with a matter that the home has raised, in whatever window. */
  | { readonly kind: 'go-on'; readonly thread: string }
  /** The agreed limits could not be read. */
  | RetryPress
  /** Begins another one. What was sent stays sent. */
  | { readonly kind: 'another' };

export const escalationPresses = pressesOf<EscalationButtonPress>();
