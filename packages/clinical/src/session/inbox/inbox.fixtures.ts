import type { ThreadEntry } from '../../thread/entry.ts';
import type { InboxAction } from './action.ts';
import { INBOX_GUARDS, type InboxGuards } from './guards.ts';
import { openInbox, type InboxScope, type InboxSession, type ThreadOnScreen } from './session.ts';
import { inboxStep } from './step.ts';

/** A worry about one resident as it stands on screen. */
export function onScreen(id: string, resident: string, entries: readonly string[]): ThreadOnScreen {
  const about = { kind: 'resident', resident } as const;
  return {
    id,
    matter: 'worry',
    about,
    resident,
    raisedBy: 'home',
    entries,
    isOpen: true,
    answer: null,
    tell: null,
  };
}

/** One list on one screen, with every entry that it sent. */
export class Inbox {
  session: InboxSession;
  readonly sent: ThreadEntry[] = [];
  readonly #step;
  #n = 0;

  constructor(scope: InboxScope = { kind: 'homes', place: 'hollin' }, guards: InboxGuards = INBOX_GUARDS) {
    this.session = openInbox(scope);
    this.#step = inboxStep(guards);
  }

  /** Takes actions, each a second after the one before. */
  take(...actions: readonly InboxAction[]): this {
    for (const action of actions) {
      this.#n += 1;
      const at = new Date(Date.UTC(2026, 10, 20, 10, 0, this.#n)).toISOString();
      const { session, effects } = this.#step(this.session, { ...action, at, id: `press-${this.#n}` });
      this.session = session;
      for (const effect of effects) if (effect.kind === 'enqueue') this.sent.push(effect.entry);
    }
    return this;
  }
}
