import { reportCaught } from '@ehch/clinical/diagnostics';
import type { KeyMode } from '@ehch/sync';

/**
 * Asks the browser to erase nothing of what outlives it: it may be the only copy. Only a window may ask. Firefox puts the question
 * to the person; Chromium decides by itself. Without the promise, the device status says so.
 */
export function askToStay(keys: KeyMode = 'memory'): void {
  if (keys === 'memory') return;
  // Absent in old browsers, and on pages without TLS.
  const storage: Partial<StorageManager> | undefined = globalThis.navigator.storage;
  void storage?.persist?.().catch((error: unknown) => reportCaught(error, 'sdk/persist'));
}
