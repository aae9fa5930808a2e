import type { EngineConfiguration } from '../engine-configuration.ts';
import { memoryStores } from './memory-stores.ts';
import type { OpenedStore, Stores } from './stores.ts';

/** Stores in memory, each new, and changed by a test. */
export function storesWith(
  change: (opened: OpenedStore, configuration: EngineConfiguration) => OpenedStore,
): Stores {
  return {
    open: async (configuration) => change(await memoryStores().open(configuration), configuration),
    openOfNobody: async () => null,
    unsentElsewhere: async () => ({ total: 0, escalations: 0 }),
    unsentOfNewer: async () => null,
    close: () => undefined,
  };
}
