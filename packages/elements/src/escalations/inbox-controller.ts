import type { CareActions } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { inboxStep } from '@ehch/clinical/session';
import type { InboxAction, InboxEffect, InboxSession } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import { frozen } from '../internal/frozen.ts';
import { newId } from '../internal/new-id.ts';
import { isUnheard } from '../internal/trouble-words.ts';
import { withinDeadline } from '../internal/within-deadline.ts';

/** The component in which a list is on screen. */
interface InboxHost {
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
    try {
      this.#port?.watchReceipt(
        effect.entry,
        (receipt) => this.dispatch({ kind: 'receipt-changed', entry: effect.entry, receipt }),
        this.#watches.signal,
      );
    } catch (error) {
      // It was taken over all the same. What is not told any more is only what becomes of it.
      reportCaught(error, 'elements/escalations/receipt');
    }
  }

  #enqueue({ entry, matter }: Extract<InboxEffect, { kind: 'enqueue' }>): Promise<void> {
    const intent = {
      id: entry.id,
      resident: entry.about.kind === 'resident' ? entry.about.resident : null,
      pressedAt: entry.pressedAt,
      what: { kind: 'thread-entry', matter, entry },
    } as const;
    const ask = async () => (await this.#port?.enqueue(frozen(intent))) ?? null;
    // A failure stands on screen beside its press. Nothing else has to be told of it.
    return withinDeadline(ask, (got) => {
      if ('error' in got)
        this.dispatch({ kind: isUnheard(got.error) ? 'enqueue-silent' : 'enqueue-failed', entry: entry.id });
      // A port that gives no receipt has taken nothing over.
      else if (got.value === null) this.dispatch({ kind: 'enqueue-failed', entry: entry.id });
      else this.dispatch({ kind: 'enqueued', entry: entry.id, receipt: got.value });
    });
  }
}
