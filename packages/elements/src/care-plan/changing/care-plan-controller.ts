import type { CareActions, CareIntent, Receipt } from '@ehch/clinical';
import { planStep } from '@ehch/clinical/session';
import type { PlanAction, PlanEffect, PlanSession } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import { handOver, watchHandedOver } from '../../internal/hand-over.ts';
import { newId } from '../../internal/new-id.ts';

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
    return handOver(this.#port, intent, (came) => this.dispatch({ ...came, intent: intent.id }));
  }

  #watch(intent: string): void {
    const tell = (receipt: Receipt) => this.dispatch({ kind: 'receipt-changed', intent, receipt });
    watchHandedOver(this.#port, intent, tell, this.#watches.signal);
  }
}
