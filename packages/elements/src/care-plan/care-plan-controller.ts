import type { CareActions, CareIntent } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { planStep } from '@ehch/clinical/session';
import type { PlanAction, PlanEffect, PlanSession } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import { frozen } from '../internal/frozen.ts';
import { newId } from '../internal/new-id.ts';
import { isUnheard } from '../internal/trouble-words.ts';
import { withinDeadline } from '../internal/within-deadline.ts';

/** The component in which a plan is on screen. */
export interface PlanHost {
  now(): Instant;
  requestUpdate(): void;
}

/** Runs the session of one plan: it stamps what happens, takes the step, and carries out the effects. It decides nothing. */
export class CarePlanController {
  readonly #host: PlanHost;
  readonly #port: CareActions;
  readonly #step = planStep();
  readonly #watches = new AbortController();
  #session: PlanSession;

  constructor(host: PlanHost, port: CareActions, session: PlanSession) {
    this.#host = host;
    this.#port = port;
    this.#session = session;
  }

  get session(): PlanSession {
    return this.#session;
  }

  dispatch(action: PlanAction): void {
    const { session, effects } = this.#step(this.#session, { ...action, at: this.#host.now(), id: newId() });
    this.#session = session;
    this.#host.requestUpdate();
    for (const effect of effects) this.#run(effect);
  }

  /** Ends the watching of receipts. What was handed over goes on: the port has it. */
  leave(): void {
    this.#watches.abort();
  }

  #run(effect: PlanEffect): void {
    switch (effect.kind) {
      case 'enqueue':
        return void this.#enqueue(effect.intent);
      case 'watch-receipt':
        return this.#watch(effect.intent);
      case 'announce':
        // The live region reads what is on screen after a pause.
        return this.#host.requestUpdate();
    }
  }

  #enqueue(intent: CareIntent): Promise<void> {
    const ask = async () => (await this.#port.enqueue(frozen(intent))) ?? null;
    // A failure is on screen beside the line, with what was typed.
    return withinDeadline(ask, (got) => {
      if ('error' in got) {
        this.dispatch({
          kind: isUnheard(got.error) ? 'enqueue-silent' : 'enqueue-failed',
          intent: intent.id,
        });
        // A port that gives no receipt has taken nothing over.
      } else if (got.value === null) this.dispatch({ kind: 'enqueue-failed', intent: intent.id });
      else this.dispatch({ kind: 'enqueued', intent: intent.id, receipt: got.value });
    });
  }

  #watch(intent: string): void {
    try {
      this.#port.watchReceipt(
        intent,
        (receipt) => this.dispatch({ kind: 'receipt-changed', intent, receipt }),
        this.#watches.signal,
      );
    } catch (error) {
      // It was taken over all the same. What is not told any more is only what becomes of it.
      reportCaught(error, 'elements/care-plan/receipt');
    }
  }
}
