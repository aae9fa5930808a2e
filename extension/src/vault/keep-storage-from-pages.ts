import { reportCaught } from '@ehch/clinical/diagnostics';
import { browser } from '../browser.ts';

/**
 * A content script could read the configuration, which names telephone numbers, servers and sites. Chrome can keep it
 * from them. Firefox cannot, so nothing of a resident may ever stand there.
 */
export async function keepStorageFromPages(): Promise<void> {
  for (const area of [browser.storage.local, browser.storage.managed]) {
    const { setAccessLevel } = area as { setAccessLevel?(access: { accessLevel: string }): Promise<void> };
    try {
      await setAccessLevel?.call(area, { accessLevel: 'TRUSTED_CONTEXTS' });
    } catch (error) {
      reportCaught(error, 'extension/storage');
    }
  }
}
