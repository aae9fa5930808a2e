import type { DeviceRecords, DeviceStatus } from '@ehch/clinical';

/**
 * Whether a server answers now. The device's engine knows; without one the browser's word has to do. A home without a server has the
 * only copy, so that nobody elsewhere can decide otherwise meanwhile.
 */
export class Connection {
  readonly #tell: (isOnline: boolean) => void;
  #device: DeviceRecords | null = null;
  #status: DeviceStatus | null = null;
  #watch: AbortController | null = null;

  constructor(tell: (isOnline: boolean) => void) {
    this.#tell = tell;
  }

  get isOnline(): boolean {
    if (this.#device === null) return navigator.onLine;
    return this.#status?.server === 'answers' || this.#status?.server === 'none';
  }

  listen(): void {
    addEventListener('online', this.#changed);
    addEventListener('offline', this.#changed);
  }

  stop(): void {
    removeEventListener('online', this.#changed);
    removeEventListener('offline', this.#changed);
    this.follow(null);
  }

  follow(device: DeviceRecords | null): void {
    if (device === this.#device) return;
    this.#watch?.abort();
    this.#device = device;
    this.#status = null;
    if (device === null) return;
    const watch = new AbortController();
    this.#watch = watch;
    device.watchStatus((status) => {
      // What another device says late is not about this one.
      if (this.#watch !== watch || watch.signal.aborted) return;
      this.#status = status;
      this.#changed();
    }, watch.signal);
  }

  readonly #changed = (): void => this.#tell(this.isOnline);
}
