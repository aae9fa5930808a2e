import type { ResidentId } from '@ehch/clinical';
import { FORMAT, type CardRow } from '../../database/schema.ts';
import { seal } from '../../keys/seal.ts';
import type { Card, CardBuilder } from '../../records/record-store.ts';
import { namesOf, type KeptSource, type SealedContext } from '../context.ts';
import { swap } from '../swap.ts';
import { cardPlace } from './headline-places.ts';
import { openRecord } from './read-record.ts';
import { keyIn, readRowsOfAll } from './resident-state.ts';

/**
 * Builds the cards of some residents of a home, under the key of each. Every write of copies moves the generation on, so
 * what is written here was built from the record as it lies there at that moment (SPEC R6).
 */
export async function buildCards(
  context: SealedContext,
  source: KeptSource,
  home: string,
  residents: readonly ResidentId[],
  builder: CardBuilder,
): Promise<void> {
  const names = namesOf(context, source);
  const [h, ps] = await Promise.all([
    names.home(home),
    Promise.all(residents.map((resident) => names.resident(resident))),
  ]);
  await swap(context, {
    epoch: null,
    durability: 'relaxed',
    read: (tx) => readRowsOfAll(tx, ps),
    prepare: (rows) =>
      Promise.all(
        residents.map(async (resident, i): Promise<CardRow | readonly [string, string]> => {
          const p = ps[i] ?? '';
          const key = rows[i] && (await keyIn(context, rows[i]));
          const { record, isWhole } = await openRecord(context, source, resident, builder.types);
          // Rows that do not open are put aside by whoever reads the record. Until then nothing is claimed of it.
          const facts = key && isWhole ? builder.factsOf(resident, record) : null;
          if (!key || facts === null) return [h, p];
          const card: Card = { resident, version: builder.version, facts };
          const plain = { h, p, format: FORMAT };
          return { ...plain, ...(await seal(key, cardPlace(plain), JSON.stringify(card))) };
        }),
      ),
    write: async (tx, cards) => {
      const store = tx.objectStore('card');
      await Promise.all(cards.map((card) => ('ct' in card ? store.put(card) : store.delete([...card]))));
    },
  });
}
