import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Instant } from '@ehch/clinical/time';

/**
 * When somebody gave a wrong passphrase or passkey, as far as the audit does not know it (SPEC U1). Before any key is here, nothing can
 * be sealed: it is told once somebody has the right one. Whoever closes the window before takes them along.
 */
export class WrongTries {
  readonly #untold: Instant[] = [];
  readonly #audit: (at: Instant) => Promise<void>;

  /** @param audit notes one of them; it rejects while no key is here */
  constructor(audit: (at: Instant) => Promise<void>) {
    this.#audit = audit;
  }

  note(at: Instant): void {
    this.#untold.push(at);
  }

  async tell(): Promise<void> {
    for (const at of this.#untold.splice(0)) {
      try {
        await this.#audit(at);
      } catch (error) {
        reportCaught(error, 'sync/audit');
        this.#untold.push(at);
      }
    }
  }
}
