import {
  EhchError,
  type Decision,
  type DeviceRecords,
  type DeviceStatus,
  type ResidentId,
  type StopSignal,
  type WaitingForPerson,
} from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Clock } from '@ehch/clinical/time';
import type { AuditedAction } from '@ehch/sync';
import type { EngineLink } from './engine-link.ts';
import { onPageClock } from './on-page-clock.ts';

/** Milliseconds until the status is asked for again, although nothing was noted: a note may have been lost. */
const LOOK_AGAIN_MS = 15_000;

type Link = Pick<EngineLink, 'engine' | 'listen' | 'isClosed'>;

/** What this device holds and has not sent, from an engine. */
export function engineDevice(link: Link, clock: Clock): DeviceRecords {
  return new EngineDevice(link, clock);
}

class EngineDevice implements DeviceRecords {
  readonly #link: Link;
  readonly #clock: Clock;

  constructor(link: Link, clock: Clock) {
    this.#link = link;
    this.#clock = clock;
  }

  watchStatus(onStatus: (status: DeviceStatus | null) => void, signal: StopSignal): void {
    if (signal.aborted) return;
    let last = '';
    const give = (status: DeviceStatus | null): void => {
      const said = JSON.stringify(status);
      if (signal.aborted || said === last) return;
      last = said;
      onStatus(status);
    };
    const look = async (): Promise<void> => {
      if (signal.aborted || this.#link.isClosed) return;
      try {
        const status = await (await this.#link.engine()).status(null);
        give(onPageClock(status, this.#clock(), Date.now()));
      } catch (error) {
        reportCaught(error, 'sdk/status');
        give(null);
      }
    };
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
    const leave = this.#link.listen({ onChange: look, onLoss: () => give(null) });
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      leave();
    });
    void look();
  }

  async waiting(): Promise<readonly WaitingForPerson[]> {
    return (await this.#link.engine()).waiting(null);
  }

  async decide(intent: string, decision: Decision): Promise<void> {
    await (await this.#link.engine()).decide({ intent, decision, now: this.#clock() });
  }

  async noteCopy(intent: string): Promise<void> {
    const engine = await this.#link.engine();
    const copied = (await engine.waiting(null)).find((each) => each.intent === intent);
    // Guard: the audit must say whose words were taken out, or nothing is copied.
    if (copied === undefined)
      throw new EhchError('not-found', 'It waits for nobody any more. Look at the list again.');
    await this.noteRecordCopy(copied.resident);
  }

  async noteRecordCopy(resident: ResidentId | null): Promise<void> {
    // Without words of its own, the audit would tell of the whole list of residents.
    await this.#note('copy', resident, resident === null ? 'Somebody on no list' : null);
  }

  notePrint(resident: ResidentId): Promise<void> {
    return this.#note('print', resident, null);
  }

  noteIncidentCopy(): Promise<void> {
    return this.#note('copy', null, 'Report of an incident');
  }

  async #note(action: AuditedAction, resident: ResidentId | null, of: string | null): Promise<void> {
    const engine = await this.#link.engine();
    await engine.audit({ action, resident, ...(of !== null && { of }), reason: null, now: this.#clock() });
  }

  async load(go: boolean): Promise<void> {
    await (await this.#link.engine()).load({ go });
  }

  async noteLost(shown: number): Promise<void> {
    await (await this.#link.engine()).noteLost({ shown });
  }

  async tryNow(): Promise<void> {
    await (await this.#link.engine()).tryNow(null);
  }
}
