import { browser } from '../../browser.ts';
import { reportCaught } from '@ehch/clinical/diagnostics';

/** The number of the newest order to erase that an administrator gave. 0: none, or it cannot be read. */
export async function orderedWipe(): Promise<number> {
  try {
    return countOf((await browser.storage.managed.get('wipeEpoch'))['wipeEpoch']);
  } catch (error) {
    // Firefox says in this way that nobody manages it.
    if (!String(error).includes('Managed storage manifest not found'))
      reportCaught(error, 'extension/wipe-order');
    return 0;
  }
}

/** The newest order that was carried out here. It is no secret, and has to outlive what it erased. */
export async function carriedOutWipe(): Promise<number> {
  return countOf((await browser.storage.local.get('wiped'))['wiped']);
}

export async function noteWipe(epoch: number): Promise<void> {
  await browser.storage.local.set({ wiped: epoch });
}

/**
 * Erases every database of the extension. Nothing but its engine makes any. One that is still open somewhere goes once it
 * is closed there.
 */
export async function eraseDatabases(): Promise<void> {
  const all = await indexedDB.databases();
  await Promise.all(
    all.map(
      ({ name = '' }) =>
        new Promise<void>((resolve, reject) => {
          const asked = indexedDB.deleteDatabase(name);
          asked.onsuccess = () => resolve();
          asked.onblocked = () => resolve();
          asked.onerror = () => reject(asked.error ?? new Error('It was not erased.'));
        }),
    ),
  );
}

function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0;
}
