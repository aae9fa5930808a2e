import type { Instant } from '@ehch/clinical/time';
import type { SignedHere } from '../internal/signed-here.ts';
import type { EscalationController } from './escalation-controller.ts';
import { observedIn, recentlySigned } from './observed-in.ts';

/** The observations that were signed on the page, and what a worry takes of them (SPEC X13). */
export class SignedBeside {
  #signed: readonly SignedHere[] = [];

  /** Somebody has signed a score, or a signature stands no more. `left`: the worries that are not on screen. */
  hear(
    signed: readonly SignedHere[],
    open: EscalationController | null,
    left: readonly EscalationController[],
    now: Instant,
  ): void {
    const before = this.#signed;
    this.#signed = signed;
    const gone = before.filter(({ intent }) => !signed.some((one) => one.intent === intent));
    for (const one of open === null ? left : [open, ...left])
      for (const { intent } of gone) one.dispatch({ kind: 'observations-undone', assessment: intent });
    if (open !== null && signed.length > 0) this.giveRecent(open, now);
  }

  /** Takes what was signed in the form inside a worry, however long ago it was observed. Whether that was of whom it is about. */
  takeOwn(event: Event, open: EscalationController | null): boolean {
    const found = open === null ? null : observedIn(event, open.session.about);
    if (found !== null) open?.dispatch({ kind: 'observe', ...found });
    return found !== null;
  }

  /** Puts the observations of the last hour into a worry, so that nobody types them again. */
  giveRecent(open: EscalationController, now: Instant): void {
    const recent = recentlySigned(this.#signed, open.session.about, now);
    if (recent !== null && recent.assessment !== open.session.observations?.assessment)
      open.dispatch({ kind: 'observe', ...recent });
  }

  forget(): void {
    this.#signed = [];
  }
}
