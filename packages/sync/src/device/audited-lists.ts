import { EhchError } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Instant } from '@ehch/clinical/time';
import type { AuditedKind } from '@ehch/fhir/writers';
import type { Device } from './device.ts';

/** The lists that name people. */
export type AuditedList = 'residents' | 'local' | 'linkable';

/**
 * [P] Milliseconds after the last reading within which the next one belongs to the same look at a list: a list on screen is
 * read again at each change. It is as long as for the look at a resident.
 */
const SAME_LOOK_MS = 15 * 60_000;

/** The looks at lists of people, each audited once: as seen, as refused, or as failed (SPEC U1). */
export class AuditedLists {
  readonly #device: Pick<Device, 'audit'>;
  readonly #seen = new Map<string, Instant>();

  constructor(device: Pick<Device, 'audit'>) {
    this.#device = device;
  }

  /** Reads a list for a person, and audits it before anybody sees it. */
  async read<T>(list: AuditedList, now: Instant, read: () => Promise<T>): Promise<T> {
    try {
      const answer = await read();
      await this.#note(list, 'view', now);
      return answer;
    } catch (error) {
      await this.#note(list, isRefusal(error) ? 'refused' : 'failed', now);
      throw error;
    }
  }

  /** After a lock or a sign-out somebody else may sit there, so the next look is another one. */
  forget(): void {
    this.#seen.clear();
  }

  async #note(list: AuditedList, kind: AuditedKind, now: Instant): Promise<void> {
    const name = `${list} ${kind}`;
    const passed = Date.parse(now) - Date.parse(this.#seen.get(name) ?? '');
    this.#seen.set(name, now);
    if (passed >= 0 && passed < SAME_LOOK_MS) return;
    try {
      await this.#device.audit(kind, null, now);
    } catch (error) {
      // As with a record: a full disk must not keep the list from the screen. The next reading tries again.
      reportCaught(error, 'sync/audit');
      this.#seen.delete(name);
    }
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof EhchError && (error.code === 'forbidden' || error.code === 'signed-out');
}
