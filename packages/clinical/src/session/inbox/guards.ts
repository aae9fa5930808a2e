import type { ThreadSide } from '../../thread/entry.ts';
import { isSettled, stands } from '../handing.ts';
import { pressedOn } from './session.ts';
import type { InboxAct, InboxPressed, InboxScope, InboxSession, ThreadOnScreen } from './session.ts';

/** What keeps a press under its resident, once, and to what its author has read. A test takes each away and goes red. */
export interface InboxGuards {
  /** I1: a thread of another resident is not pressed on, and nothing written about one thread goes to another. */
  isOwn(scope: InboxScope, on: ThreadOnScreen): boolean;
  isOfThread(written: ThreadOnScreen, on: ThreadOnScreen): boolean;
  /** I8: a press is of the side whose it is. Nobody answers their own matter, or confirms an answer of their own. */
  isOfSide(on: ThreadOnScreen, side: ThreadSide, act: InboxAct): boolean;
  /** I2: the same press again, before the thread shows it, is none. */
  isRepeated(session: InboxSession, on: ThreadOnScreen, act: InboxAct): boolean;
  /** I4: an answer is to what its author has read. */
  hasRead(session: InboxSession, written: ThreadOnScreen, on: ThreadOnScreen): boolean;
}

/** What the side that raised a matter does (thread SPEC P2, P3, P8). Who somebody is, either side may say (W5). */
const ASKERS: ReadonlySet<InboxAct['kind']> = new Set(['worse', 'better', 'reply', 'happened']);
const EITHER: ReadonlySet<InboxAct['kind']> = new Set(['link', 'join', 'told']);

export const INBOX_GUARDS: InboxGuards = {
  isOwn: (scope, { resident }) => scope.kind === 'homes' || resident === scope.resident,
  isOfThread: (written, on) => written.id === on.id && written.resident === on.resident,
  isOfSide: (on, side, { kind }) => EITHER.has(kind) || ASKERS.has(kind) === (side === on.raisedBy),
  isRepeated(session, on, act) {
    const last = pressedOn(session, on.id).findLast(stands);
    return (
      last !== undefined &&
      !on.entries.includes(last.entry.id) &&
      JSON.stringify(last.entry.act) === JSON.stringify(act)
    );
  },
  hasRead(session, written, on) {
    const own = pressedOn(session, on.id).map(({ entry }) => entry.id);
    return on.entries.every((id) => written.entries.includes(id) || own.includes(id));
  },
};

/** The presses that wait for their port, or that it did not take over. Somebody still has to hear of them (SPEC I7). */
export function unsettledPresses({ pressed, noted }: InboxSession): readonly InboxPressed[] {
  return pressed.filter((one) => !isSettled(one) && !noted.includes(one.entry.id));
}
