import { KINDS } from '../../thread/kinds/index.ts';
import { instantOf } from '../../time/london-fields.ts';
import { readInstant } from '../../time/london.ts';
import type { Instant } from '../../time/types.ts';
import { INBOX_GUARDS, type InboxGuards } from './guards.ts';
import type { Composing, InboxSession, ThreadOnScreen } from './session.ts';

/** Why something cannot be sent yet. */
export type InboxStop =
  /** Nobody has said who presses. */
  | 'no-presser'
  /** The thread was closed or withdrawn. */
  | 'ended'
  /** Something was added since this was begun, and nobody has said that they read it (SPEC I4). */
  | 'not-read'
  | 'nothing-written'
  | 'no-outcome'
  /** The outcome is a promise, and says no time. */
  | 'no-promise'
  | 'promise-unreadable'
  | 'promise-passed'
  | 'nobody-chosen'
  /** NHS number and date of birth were not both compared (SPEC I6). */
  | 'not-checked';

/** What stands in the way of sending what was written; `null`: nothing. `presser`: the name of whoever would press. */
export function inboxStop(
  session: InboxSession,
  on: ThreadOnScreen,
  { presser, now, guards = INBOX_GUARDS }: { presser: string; now: Instant; guards?: InboxGuards },
): InboxStop | null {
  const { composing } = session;
  if (composing === null) return 'nothing-written';
  if (!on.isOpen) return 'ended';
  if (!guards.hasRead(session, composing.on, on)) return 'not-read';
  return stopIn(composing, now) ?? (presser.trim() === '' ? 'no-presser' : null);
}

function stopIn(composing: Composing, now: Instant): InboxStop | null {
  switch (composing.kind) {
    case 'ask':
    case 'reply':
      return composing.words.trim() === '' ? 'nothing-written' : null;
    case 'link': {
      const { resident, checked } = composing;
      if (resident === null) return 'nobody-chosen';
      return checked.number && checked.born ? null : 'not-checked';
    }
    case 'answer':
      return stopOfAnswer(composing, now);
  }
}

function stopOfAnswer(answer: Extract<Composing, { kind: 'answer' }>, now: Instant): InboxStop | null {
  const outcome = KINDS[answer.on.matter].outcomes.find(({ id }) => id === answer.outcome);
  if (outcome === undefined) return 'no-outcome';
  if (answer.promisedBy.trim() === '') {
    if (outcome.isPromise) return 'no-promise';
  } else {
    const promised = readInstant(promiseOf(answer.promisedBy) ?? '');
    if (promised === null) return 'promise-unreadable';
    if (promised <= (readInstant(now) ?? Infinity)) return 'promise-passed';
  }
  // Advice without its words is none, and "no action" without a reason cannot be handed over.
  return answer.words.trim() === '' ? 'nothing-written' : null;
}

/** The moment of a promise as a field has it, in London's time; `null`: it is none. */
export function promiseOf(text: string): Instant | null {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})$/.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined || time === undefined) return null;
  return instantOf({ year, month, day, time });
}
