import { isBegun, isUntold, unsettledIn, type HandedEntry } from '@ehch/clinical/session';
import type { EscalationController } from './escalation-controller.ts';

/**
 * The escalations that left the screen before their port had taken them over. Each goes on being heard until it is, so that no
 * press is lost because somebody looked at the next resident (SPEC X10).
 */
export class LeftBehind {
  #left: readonly EscalationController[] = [];
  readonly #noted = new Set<string>();

  /** Takes what leaves the screen. What is settled is not heard of any more. What is typed waits for its resident (SPEC X7). */
  add(one: EscalationController): void {
    this.#left = [...this.#left, one];
    this.prune();
  }

  /** Stops hearing of what has settled meanwhile. */
  prune(): void {
    const stays = (one: EscalationController) => this.#of(one).length > 0 || isUnsent(one);
    for (const one of this.#left) if (!stays(one)) one.leave();
    this.#left = this.#left.filter(stays);
  }

  /** Gives back the one about whoever is on screen again. */
  takeBack(isOnScreen: (one: EscalationController) => boolean): EscalationController | null {
    const found = this.#left.findLast(isOnScreen) ?? null;
    this.#left = this.#left.filter((one) => one !== found);
    return found;
  }

  get all(): readonly EscalationController[] {
    return this.#left;
  }

  /** The presses that no port has taken over, as far as is known. */
  get notTakenOver(): readonly HandedEntry[] {
    return this.#left.flatMap((one) => this.#of(one)).filter(({ handing }) => handing.state !== 'on-its-way');
  }

  handAgain(entry: string): void {
    for (const one of this.#left) one.dispatch({ kind: 'hand-again', entry });
  }

  /** Somebody has read that it was refused. */
  note(entry: string): void {
    this.#noted.add(entry);
    this.prune();
  }

  #of({ session }: EscalationController): readonly HandedEntry[] {
    return unsettledIn(session).filter(({ entry }) => !this.#noted.has(entry.id));
  }
}

function isUnsent({ session }: EscalationController): boolean {
  return session.raised === null ? isBegun(session) : isUntold(session) || session.more.trim() !== '';
}
