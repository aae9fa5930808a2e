import type {
  CareActions,
  CareIntent,
  DraftKept,
  DraftOvertaken,
  KeptDraft,
  Receipt,
  ResidentId,
  StopSignal,
} from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Draft } from '@ehch/clinical/form';
import type { Clock } from '@ehch/clinical/time';
import type { EngineLink } from './engine-link.ts';
import { receiptOnPage } from './on-page-clock.ts';

/** One watcher of an intent's receipt, with the last one that it was given. */
interface Watcher {
  readonly intent: string;
  readonly onReceipt: (receipt: Receipt) => void;
  last: string;
}

/** Milliseconds until a receipt is asked for again, although nothing was noted: a note may have been lost. */
const LOOK_AGAIN_MS = 30_000;

/** Hands what people do to an engine, which keeps it sealed and sends it. */
export function engineActions(link: EngineLink, clock: Clock): CareActions & { close(): void } {
  return new EngineActions(link, clock);
}

class EngineActions implements CareActions {
  readonly #link: EngineLink;
  readonly #clock: Clock;
  readonly #watchers = new Set<Watcher>();
  readonly #timer = setInterval(() => void this.#look(), LOOK_AGAIN_MS);
  readonly #leave: () => void;

  constructor(link: EngineLink, clock: Clock) {
    this.#link = link;
    this.#clock = clock;
    this.#leave = link.listen({
      onChange: () => this.#look(),
      // The intent was kept in one transaction or it was refused. A new engine knows which.
      onLoss: () => void this.#look(),
    });
  }

  async enqueue(intent: CareIntent): Promise<Receipt> {
    const engine = await this.#link.engine();
    const receipt = this.#onPage(await engine.enqueue({ intent, now: this.#clock() }));
    for (const watcher of this.#watchers) if (watcher.intent === intent.id) give(watcher, receipt);
    return receipt;
  }

  watchReceipt(intent: string, onReceipt: (receipt: Receipt) => void, signal: StopSignal): void {
    if (signal.aborted) return;
    const watcher: Watcher = { intent, onReceipt, last: '' };
    this.#watchers.add(watcher);
    signal.addEventListener('abort', () => void this.#watchers.delete(watcher));
    void this.#look();
  }

  async saveDraft(draft: Draft, revision: string | null): Promise<DraftKept | DraftOvertaken> {
    const engine = await this.#link.engine();
    return engine.saveDraft({ draft, revision, now: this.#clock() });
  }

  async loadDraft(resident: ResidentId, form: string): Promise<KeptDraft | null> {
    const engine = await this.#link.engine();
    return engine.loadDraft({ resident, form });
  }

  async listDrafts(resident: ResidentId): Promise<readonly KeptDraft[]> {
    const engine = await this.#link.engine();
    return engine.listDrafts({ resident });
  }

  close(): void {
    clearInterval(this.#timer);
    this.#leave();
    this.#watchers.clear();
  }

  #onPage(receipt: Receipt): Receipt {
    return receiptOnPage(receipt, this.#clock(), Date.now());
  }

  /** Asks for the present receipt of every watched intent. */
  async #look(): Promise<void> {
    const intents = [...new Set([...this.#watchers].map(({ intent }) => intent))];
    if (intents.length === 0 || this.#link.isClosed) return;
    try {
      const engine = await this.#link.engine();
      const receipts = await engine.receiptsOf({ intents });
      for (const watcher of this.#watchers) {
        const receipt = receipts[watcher.intent];
        if (receipt !== undefined) give(watcher, this.#onPage(receipt));
      }
    } catch (error) {
      // The receipt on screen stays as it was: a lost engine says nothing about what was sent.
      reportCaught(error, 'sdk/receipts');
    }
  }
}

function give(watcher: Watcher, receipt: Receipt): void {
  const said = JSON.stringify(receipt);
  if (said === watcher.last) return;
  watcher.last = said;
  try {
    watcher.onReceipt(receipt);
  } catch (error) {
    // A listener that throws must not keep the other listeners from their receipt.
    reportError(error);
  }
}
