import type { CareActions } from '@ehch/clinical';
import { unsettledIn, type EscalationSession } from '@ehch/clinical/session';
import { EscalationController, type EscalationHost } from './escalation-controller.ts';
import { LeftBehind } from './left-behind.ts';

/** Whether an escalation is about whoever is on screen. */
type IsAboutThem = (session: EscalationSession) => boolean;

interface HereHost extends EscalationHost {
  /** Nothing of it is on screen any more. */
  closed(): void;
}

/** The escalations that were raised on this screen: the one that stands there, and those that do not any more. */
export class EscalationsHere {
  readonly #host: HereHost;
  /** What left the screen before its port had said what is true. It is heard of, without a name, until one has (SPEC X10). */
  readonly left = new LeftBehind();
  #open: EscalationController | null = null;
  /** What was withdrawn here because it was about another resident. It waits for a press under the right name. */
  #withdrawn: EscalationSession | null = null;

  constructor(host: HereHost) {
    this.#host = host;
  }

  /** The escalation on screen; `null`: the big button alone. */
  get open(): EscalationController | null {
    return this.#open;
  }

  /** What waits for a press under the name on screen; `null`: nothing. */
  carriedTo(isAboutThem: IsAboutThem): EscalationSession | null {
    return this.#withdrawn === null || isAboutThem(this.#withdrawn) ? null : this.#withdrawn;
  }

  /** Goes with the screen to whoever stands there now, and takes back what they had. */
  follow(isAboutThem: IsAboutThem): void {
    if (this.#open !== null && !isAboutThem(this.#open.session)) this.close();
    this.#open ??= this.left.takeBack(({ session }) => isAboutThem(session));
    this.left.prune();
  }

  begin(session: EscalationSession, port: CareActions | null): EscalationController {
    this.close();
    this.#withdrawn = null;
    this.#open = new EscalationController(this.#host, port, session);
    return this.#open;
  }

  /** What is open is withdrawn. It may be raised anew about somebody else. */
  keepWithdrawn(): void {
    this.#withdrawn = this.#open?.session ?? null;
  }

  close(): void {
    if (this.#open !== null) this.left.add(this.#open);
    this.#open = null;
    this.#host.closed();
  }

  /** A person closes it without sending: what was typed goes with it. */
  drop(): void {
    if (this.#open !== null && unsettledIn(this.#open.session).length === 0) this.#open = null;
    this.close();
  }

  /** The screen is gone. */
  leave(): void {
    this.close();
    this.#withdrawn = null;
  }
}
