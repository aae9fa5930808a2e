import type { CareActions, CareIntent } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { escalationStep } from '@ehch/clinical/session';
import type { EscalationAction, EscalationEffect, EscalationSession } from '@ehch/clinical/session';
import type { ThreadEntry } from '@ehch/clinical/thread';
import type { Instant } from '@ehch/clinical/time';
import { newId } from '../internal/new-id.ts';
import { frozen } from '../internal/frozen.ts';
import { isUnheard } from '../internal/trouble-words.ts';
import { withinDeadline } from '../internal/within-deadline.ts';

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
    const ask = async () => (await this.#port?.enqueue(frozen(this.#intentOf(entry)))) ?? null;
    // A failure is on screen, with the telephone. Nothing else has to be told of it.
    return withinDeadline(ask, (got) => {
      if ('error' in got) {
        this.dispatch({ kind: isUnheard(got.error) ? 'enqueue-silent' : 'enqueue-failed', entry: entry.id });
        // A port that gives no receipt has taken nothing over.
      } else if (got.value === null) this.dispatch({ kind: 'enqueue-failed', entry: entry.id });
      else this.dispatch({ kind: 'enqueued', entry: entry.id, receipt: got.value });
    });
  }

  #intentOf(entry: ThreadEntry): CareIntent {
    const { about, matter } = this.#session;
    return {
      id: entry.id,
      resident: about.kind === 'resident' ? about.resident : null,
      pressedAt: entry.pressedAt,
      what: { kind: 'thread-entry', matter, entry },
    };
  }

  #watch(entry: string): void {
    try {
      this.#port?.watchReceipt(
        entry,
        (receipt) => this.dispatch({ kind: 'receipt-changed', entry, receipt }),
        this.#watches.signal,
      );
    } catch (error) {
      // It was taken over all the same. What is not told any more is only what becomes of it.
      reportCaught(error, 'elements/escalation/receipt');
    }
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
