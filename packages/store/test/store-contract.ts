import type { Store } from '@ehch/store';
import { cardContract } from './contract/cards.ts';
import { draftContract } from './contract/drafts.ts';
import { outboxContract } from './contract/outbox.ts';
import { recordContract } from './contract/records.ts';
import { purgeContract } from './contract/purge.ts';

/** Runs one promise against a new store. */
export type Promised = (title: string, body: (store: Store) => Promise<void>) => void;

/** What every store promises (SPEC.md). Each runner opens a new, empty one for every promise, and closes it. */
export function storeContract(promised: Promised): void {
  recordContract(promised);
  cardContract(promised);
  outboxContract(promised);
  purgeContract(promised);
  draftContract(promised);
}
