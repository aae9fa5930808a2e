import type { CareActions, Receipt } from '@ehch/clinical';
import { inboxStep } from '@ehch/clinical/session';
import type { InboxAction, InboxEffect, InboxSession } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import { handOver, watchHandedOver } from '../internal/hand-over.ts';
import { newId } from '../internal/new-id.ts';

/** The component in which a list is on screen. */
export interface InboxHost {
  now(): Instant;
  requestUpdate(): void;
}

/** Runs one list: it stamps what happens, takes the step, and carries out the effects. It decides nothing. */
export class InboxController {
  readonly #host: InboxHost;
  readonly #port: CareActions | null;
  readonly #step = inboxStep();
  readonly #watches = new AbortController();
  #session: InboxSession;

  constructor(host: InboxHost, port: CareActions | null, session: InboxSession) {
    this.#host = host;
    this.#port = port;
    this.#session = session;
  }

  get session(): InboxSession {
    return this.#session;
  }

  get port(): CareActions | null {
    return this.#port;
  }

  dispatch(action: InboxAction): void {
    const { session, effects } = this.#step(this.#session, { ...action, at: this.#host.now(), id: newId() });
    this.#session = session;
    this.#host.requestUpdate();
    for (const effect of effects) this.#run(effect);
  }

  /** Ends the watching of receipts. What was handed over goes on: the port has it. */
  leave(): void {
    this.#watches.abort();
  }

  #run(effect: InboxEffect): void {
    if (effect.kind === 'enqueue') return void this.#enqueue(effect);
    const { entry } = effect;
    const tell = (receipt: Receipt) => this.dispatch({ kind: 'receipt-changed', entry, receipt });
    watchHandedOver(this.#port, entry, tell, this.#watches.signal);
  }

  #enqueue({ entry, matter }: Extract<InboxEffect, { kind: 'enqueue' }>): Promise<void> {
    const intent = {
      id: entry.id,
      resident: entry.about.kind === 'resident' ? entry.about.resident : null,
      pressedAt: entry.pressedAt,
      what: { kind: 'thread-entry', matter, entry },
    } as const;
    return handOver(this.#port, intent, (came) => this.dispatch({ ...came, entry: entry.id }));
  }
}
