import type { ObservationsNow, Situation } from '../../escalation/situation.ts';
import type { About, AskedBy, ThreadEntry } from '../../thread/entry.ts';
import type { KindName } from '../../thread/kind.ts';
import type { Instant } from '../../time/types.ts';
import type { Handed } from '../handing.ts';

/** One press with what became of it. */
export interface HandedEntry extends Handed {
  readonly entry: ThreadEntry;
}

/** What was heard at the other end. A call that nobody answered is a result as well. */
interface HeardDecision {
  readonly words: string;
  readonly by: string;
}

/** An escalation that somebody is making, as a value. It belongs to one person from its opening to its end. */
export interface EscalationSession {
  readonly about: About;
  readonly matter: KindName;
  readonly seen: Omit<Situation, 'observations'>;
  /** `assessment`: the intent under which they were signed. Nobody goes by observations that nobody has signed. */
  readonly observations: { readonly assessment: string; readonly now: ObservationsNow } | null;
  /** The row of the plan that somebody said fits what is seen; `null`: nobody has. */
  readonly planRow: string | null;
  readonly words: string;
  /** Words that are typed after the raising, for the next press on the thread. */
  readonly more: string;
  readonly since: string;
  readonly think: string;
  readonly done: string;
  readonly askedBy: AskedBy;
  /** Who presses, as typed here. Counts only where the page does not say it. */
  readonly presser: string;
  /** Another resident has the same or a similar name. `isChecked`: the person has looked at room and date of birth. */
  readonly sameName: { readonly exists: boolean; readonly isChecked: boolean };
  /** The thread with which it goes on, that was raised in another window or by somebody else; `null`: it raises its own. */
  readonly wentOnFrom: string | null;
  /** The press that raised it; `null`: nobody has pressed yet. */
  readonly raised: HandedEntry | null;
  /** What was pressed afterwards on the same thread, oldest first. */
  readonly acts: readonly HandedEntry[];
  /** The lines of the SBARD that were said. */
  readonly said: readonly string[];
  readonly decision: HeardDecision;
  /** Since when somebody waits for an acknowledgement: the raising, or the last "worse". */
  readonly waitsSince: Instant | null;
}

/** A new escalation about one person. Nothing is ticked, and nothing is assumed. */
export function openEscalation(
  about: About,
  { matter = 'worry', hasSameName = false }: { matter?: KindName; hasSameName?: boolean } = {},
): EscalationSession {
  return {
    about,
    matter,
    seen: { dangers: [], signs: [], flags: [], isWorried: false, isInfectionPossible: null },
    observations: null,
    planRow: null,
    words: '',
    more: '',
    since: '',
    think: '',
    done: '',
    askedBy: { kind: 'presser' },
    presser: '',
    sameName: { exists: hasSameName, isChecked: false },
    wentOnFrom: null,
    raised: null,
    acts: [],
    said: [],
    decision: { words: '', by: '' },
    waitsSince: null,
  };
}
