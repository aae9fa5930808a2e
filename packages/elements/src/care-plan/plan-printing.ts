import type { DeviceRecords, ResidentId } from '@ehch/clinical';
import { noted, printPage } from '../internal/noted.ts';

/** A copy with which nothing is wrong, as it stands at one moment. */
interface CopyToPrint {
  readonly resident: ResidentId;
  print(): void;
}

/** The paper of one card. It is noted in the audit before it goes, or it does not go. */
export class PlanPrinting {
  readonly #requestUpdate: () => void;
  #isNotNoted = false;

  constructor(requestUpdate: () => void) {
    this.#requestUpdate = requestUpdate;
  }

  /** The last print did not come about, because it could not be noted. */
  get isNotNoted(): boolean {
    return this.#isNotNoted;
  }

  forget(): void {
    this.#isNotNoted = false;
  }

  /** @param isStillShown whether this resident is on screen */
  async whole(
    device: DeviceRecords | null,
    resident: ResidentId,
    isStillShown: () => boolean,
  ): Promise<void> {
    this.#told(await printPage(device, resident, isStillShown));
  }

  /** @param ready the copy that may be printed at this moment; `null`: none */
  async copy(device: DeviceRecords | null, ready: () => CopyToPrint | null): Promise<void> {
    const asked = ready();
    if (asked === null) return;
    const isNoted = await noted(device, 'print', asked.resident);
    this.#told(isNoted);
    // Guard: by now another resident may be on screen, or another copy got ready.
    const now = ready();
    if (isNoted && now !== null && now.resident === asked.resident) now.print();
  }

  #told(isNoted: boolean): void {
    this.#isNotNoted = !isNoted;
    this.#requestUpdate();
  }
}
