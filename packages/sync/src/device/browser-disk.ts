import { reportCaught } from '@ehch/clinical/diagnostics';

/** What a browser promises about the disk that it gives to this page. */
export interface BrowserDisk {
  /** Whether it erases nothing by itself when the PC runs short of space. `null`: it does not say. */
  isPersisted(): Promise<boolean | null>;
  /** Bytes that still fit, as far as it tells. `null`: it does not. */
  freeBytes(): Promise<number | null>;
}

/**
 * The disk of this browser. Only a window may ask for persistence, so a worker merely reads whether it was granted.
 *
 * @param storage absent in old browsers, and on pages without TLS
 */
export function browserDisk(
  storage: Partial<Pick<StorageManager, 'persisted' | 'estimate'>> | undefined = globalThis.navigator
    ?.storage,
): BrowserDisk {
  return {
    isPersisted: () => told(async () => (await storage?.persisted?.()) ?? null),
    freeBytes: () =>
      told(async () => {
        const { quota, usage } = (await storage?.estimate?.()) ?? {};
        return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
      }),
  };
}

/** A browser that does not answer holds up no status. */
async function told<T>(ask: () => Promise<T | null>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    reportCaught(error, 'sync/disk');
    return null;
  }
}
