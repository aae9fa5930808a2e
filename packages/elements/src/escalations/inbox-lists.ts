import type { CareActions } from '@ehch/clinical';
import { openInbox, unsettledPresses, type InboxScope } from '@ehch/clinical/session';
import { InboxController, type InboxHost } from './inbox-controller.ts';

/** The list on screen, and those that left it with a press that no port has taken over, or with something typed (SPEC I7). */
export class InboxLists {
  readonly #host: InboxHost;
  #current: InboxController | null = null;
  #left: readonly InboxController[] = [];

  constructor(host: InboxHost) {
    this.#host = host;
  }

  /** The list on screen; `null`: there is none. */
  get current(): InboxController | null {
    return this.#current;
  }

  get left(): readonly InboxController[] {
    return this.#left;
  }

  get all(): readonly InboxController[] {
    return [...(this.#current === null ? [] : [this.#current]), ...this.#left];
  }

  /** Opens the list of whoever is on screen: as it was left, or a new one. */
  open(scope: InboxScope, port: CareActions | null): void {
    const found = this.#left.find((one) => isListOf(one, scope, port));
    this.#left = this.#left.filter((one) => one !== found);
    this.#current = found ?? new InboxController(this.#host, port, openInbox(scope));
  }

  leave(): void {
    if (this.#current !== null) this.#left = [...this.#left, this.#current];
    this.#current = null;
  }

  /** What is settled is not heard of any more. What was typed waits for its resident to come back. */
  prune(): void {
    const isKept = ({ session }: InboxController) =>
      unsettledPresses(session).length > 0 || session.composing !== null || session.aside.length > 0;
    for (const one of this.#left) if (!isKept(one)) one.leave();
    this.#left = this.#left.filter(isKept);
  }
}

/** Whether a list is that of this scope, and goes through this port. */
function isListOf(
  { session, port }: InboxController,
  scope: InboxScope,
  through: CareActions | null,
): boolean {
  return port === through && JSON.stringify(session.scope) === JSON.stringify(scope);
}
