import type { CareActions, CareIntent, Receipt } from '@ehch/clinical';
import { escalationStep } from '@ehch/clinical/session';
import type { EscalationAction, EscalationEffect, EscalationSession } from '@ehch/clinical/session';
import type { ThreadEntry } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { handOver, watchHandedOver } from '../internal/hand-over.ts';
import type { HandedOver } from '../internal/hand-over.ts';
import { newId } from '../internal/new-id.ts';

/** The component in which an escalation is on screen. */
export interface EscalationHost {
  now(): Instant;
  requestUpdate(): void;
  announce(): void;
}

/**
 * Runs one escalation: it stamps what happens, takes the step, and carries out the effects. It decides nothing.
 */
export class EscalationController {
  readonly #host: EscalationHost;
  readonly #port: CareActions | null;
  readonly #step = escalationStep();
  readonly #watches = new AbortController();
  #session: EscalationSession;

  constructor(host: EscalationHost, port: CareActions | null, session: EscalationSession) {
    this.#host = host;
    this.#port = port;
    this.#session = session;
  }

  get session(): EscalationSession {
    return this.#session;
  }

  /** Whether there is anywhere for it to go. */
  get hasPort(): boolean {
    return this.#port !== null;
  }

  dispatch(action: EscalationAction): void {
    const { session, effects } = this.#step(this.#session, { ...action, at: this.#host.now(), id: newId() });
    this.#session = session;
    this.#host.requestUpdate();
    for (const effect of effects) this.#run(effect);
  }

  /** Ends the watching of receipts. What was handed over goes on: the port has it. */
  leave(): void {
    this.#watches.abort();
  }

  #run(effect: EscalationEffect): void {
    switch (effect.kind) {
      case 'enqueue':
        return void this.#enqueue(effect.entry);
      case 'watch-receipt':
        return this.#watch(effect.entry);
      case 'look-again':
        return this.#lookAgain(effect.at);
      case 'announce':
        return this.#host.announce();
    }
  }

  #enqueue(entry: ThreadEntry): Promise<void> {
    const tell = (came: HandedOver) => this.dispatch({ ...came, entry: entry.id });
    return handOver(this.#port, this.#intentOf(entry), tell);
  }

  #intentOf(entry: ThreadEntry): CareIntent {
    const { matter } = this.#session;
    const { about } = entry;
    return {
      id: entry.id,
      resident: about.kind === 'resident' ? about.resident : null,
      pressedAt: entry.pressedAt,
      what: { kind: 'thread-entry', matter, entry },
    };
  }

  #watch(entry: string): void {
    const tell = (receipt: Receipt) => this.dispatch({ kind: 'receipt-changed', entry, receipt });
    watchHandedOver(this.#port, entry, tell, this.#watches.signal);
  }

  #lookAgain(at: Instant): void {
    const timer = setTimeout(
      () => {
        this.#host.requestUpdate();
        this.#host.announce();
      },
      Math.max(0, Date.parse(at) - Date.parse(this.#host.now())),
    );
    this.#watches.signal.addEventListener('abort', () => clearTimeout(timer));
  }
}
