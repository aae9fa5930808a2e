import type { RecordStore } from '@ehch/store';
import { change, countingCards, operation, resource } from '../samples.ts';
import type { Promised } from '../store-contract.ts';
import { same } from './expect.ts';
import { led } from './records.ts';

const AT = '2026-11-21T10:00:00Z';
const HOME = 'home-1';
const RESIDENTS = ['resident-1', 'resident-2'];

/** Each resident’s card as `resident version number-of-resources`. */
async function cardsOf(records: RecordStore) {
  const cards = (await records.cards(HOME))?.cards ?? [];
  return cards
    .map(({ resident, version, facts }) => `${resident} ${version} ${JSON.stringify(facts)}`)
    .sort();
}

export function cardContract(promised: Promised): void {
  promised(
    'R6: a home’s list is its roster with the cards, and without a roster there is none',
    async (store) => {
      const { epoch, records } = await led(store);
      same(await records.cards(HOME), null);
      const members = RESIDENTS.map((resident) => ({ resident, facts: { name: resident } }));
      await records.putMembers(epoch, { home: HOME, asOf: AT, incomplete: true, members });
      same(await records.cards(HOME), { home: HOME, asOf: AT, incomplete: true, members, cards: [] });
      await records.buildCards(HOME, RESIDENTS, countingCards(1));
      same((await records.cards(HOME))?.cards.length, 2);
      await records.putMembers(epoch, { home: HOME, asOf: AT, incomplete: false, members: members.slice(1) });
      same(
        (await records.cards(HOME))?.cards.map(({ resident }) => resident),
        ['resident-2'],
        'a card of somebody who is no longer on the roster',
      );
    },
  );

  promised('R6: a card of an older release is built again from the packs', async (store) => {
    const { records, apply } = await withRoster(store);
    const put = Array.from({ length: 30 }, (_, i) => resource('Goal', `${i}`, 1));
    await apply(change('resident-1', { put }));
    await records.buildCards(HOME, RESIDENTS, countingCards(1));
    same(await cardsOf(records), ['resident-1 1 {"resources":30}', 'resident-2 1 {"resources":0}']);
    await records.buildCards(HOME, ['resident-1'], countingCards(2));
    same(await cardsOf(records), ['resident-1 2 {"resources":30}', 'resident-2 1 {"resources":0}']);
  });

  promised('R6: a card is built from its own types, whatever else the record holds', async (store) => {
    const { records, apply } = await withRoster(store);
    const put = ['Goal', 'Observation', 'Communication'].map((type) => resource(type, 'a', 1));
    await apply(change('resident-1', { put }));
    for (const type of ['Goal', 'Observation', 'Communication']) {
      await records.buildCards(HOME, ['resident-1'], { ...countingCards(1), types: new Set([type]) });
      same(await cardsOf(records), ['resident-1 1 {"resources":1}'], type);
    }
  });

  promised(
    'R6: a card is never older than its record: a change erases it, and only that one',
    async (store) => {
      const { records, apply } = await withRoster(store);
      const both = () => records.buildCards(HOME, RESIDENTS, countingCards(1));
      const other = 'resident-2 1 {"resources":0}';
      await both();
      await apply(change('resident-1', { put: [resource('Goal', 'g', 1)] }));
      same(await cardsOf(records), [other], 'after a put');
      await both();
      await apply(change('resident-1', { put: [resource('Goal', 'g', 1)] }));
      same(await cardsOf(records), ['resident-1 1 {"resources":1}', other], 'after the same again');
      await apply(change('resident-1', { deleted: [{ key: 'Goal/g', updated: null }] }));
      same(await cardsOf(records), [other], 'after a deletion');
      await both();
      await store.outbox.enqueue(operation('accepted'));
      const [entry] = await store.outbox.entries();
      const bodies = [resource('Goal', 'own', 1)];
      await store.outbox.change(entry?.n ?? 0, ['queued'], null, { kind: 'accept', at: AT, bodies });
      same(await cardsOf(records), [other], 'after our own write was accepted');
    },
  );

  promised(
    'R6: a record that changes while its card is built gives the card of the newer record',
    async (store) => {
      const { records, apply } = await withRoster(store);
      const changing: Promise<unknown>[] = [];
      const put = [resource('Goal', 'g', 1)];
      const slow = {
        ...countingCards(1),
        factsOf: (_: string, { resources }: { readonly resources: readonly unknown[] }) => {
          if (changing.length === 0) changing.push(apply(change('resident-1', { put })));
          return { resources: resources.length };
        },
      };
      await records.buildCards(HOME, ['resident-1'], slow);
      await Promise.all(changing);
      const cards = await cardsOf(records);
      same(cards.includes('resident-1 1 {"resources":0}'), false, 'a card of the older record');
    },
  );

  promised('R6: a record that says too little has no card, and loses the one it had', async (store) => {
    const { records } = await withRoster(store);
    await records.buildCards(HOME, RESIDENTS, countingCards(1));
    await records.buildCards(HOME, ['resident-1'], { ...countingCards(1), factsOf: () => null });
    same(await cardsOf(records), ['resident-2 1 {"resources":0}']);
  });

  promised('P1: a purge erases the card, and copies that make room leave it', async (store) => {
    const { records, apply } = await withRoster(store);
    await apply(change('resident-1', { put: [resource('Goal', 'g', 1)] }));
    await records.buildCards(HOME, RESIDENTS, countingCards(1));
    await records.purge('resident-1', 'room-needed');
    same((await cardsOf(records)).length, 2);
    await records.purge('resident-1', 'asked');
    same(await cardsOf(records), ['resident-2 1 {"resources":0}']);
    await records.purgeAll();
    same(await cardsOf(records), []);
  });
}

async function withRoster(store: Parameters<typeof led>[0]) {
  const leader = await led(store);
  const members = RESIDENTS.map((resident) => ({ resident, facts: {} }));
  await leader.records.putMembers(leader.epoch, { home: HOME, asOf: AT, incomplete: false, members });
  await leader.apply(...RESIDENTS.map((resident) => change(resident, { put: [resource('Flag', 'f', 1)] })));
  return leader;
}
