import { change, checkpoint, countingCards, operation, resource } from '../samples.ts';
import type { Promised } from '../store-contract.ts';
import { same } from './expect.ts';
import { led, textsOf } from './records.ts';

const AT = '2026-11-21T10:00:00Z';

export function purgeContract(promised: Promised): void {
  promised('P1: a purge leaves nothing of this resident’s copies, and all of the others’', async (store) => {
    const { epoch, records } = await led(store);
    const residents = ['resident-1', 'resident-2'];
    const changes = residents.map((each) => change(each, { put: [resource('Goal', 'g', 1)] }));
    await records.apply({ epoch, changes, checkpoints: [checkpoint()] });
    const members = residents.map((resident) => ({ resident, facts: {} }));
    await records.putMembers(epoch, { home: 'home-1', asOf: AT, incomplete: false, members });
    await records.buildCards('home-1', residents, countingCards(1));
    await records.purge('resident-1', 'consent-withdrawn');
    same(await textsOf(records, 'resident-1'), []);
    same((await records.versions('resident-1')).size, 0);
    same((await textsOf(records, 'resident-2')).length, 1);
    same(
      (await records.members('home-1'))?.members.map(({ resident }) => resident),
      ['resident-2'],
    );
    same(
      (await records.cards('home-1'))?.cards.map(({ resident }) => resident),
      ['resident-2'],
    );
    same((await records.checkpoint('home-1', 'Observation'))?.members, ['resident-2']);
  });

  promised(
    'P2: what was not sent survives a purge as held; escalations, audit events and what may have arrived go on',
    async (store) => {
      const { epoch, records } = await led(store);
      await store.outbox.enqueue(operation('waits'));
      await store.outbox.enqueue(operation('maybe'));
      await store.outbox.enqueue(operation('worry', { class: 'escalation' }));
      await store.outbox.enqueue(operation('other', { resident: 'resident-2' }));
      await store.outbox.enqueue(operation('view', { class: 'audit' }));
      const maybe = (await store.outbox.entries())[1]?.n ?? 0;
      const unknown = { kind: 'move', to: 'unknown', notBefore: 0, countAttempt: true } as const;
      await store.outbox.change(maybe, ['queued'], epoch, unknown);
      await records.purge('resident-1', 'room-needed');
      await records.purge('resident-1', 'access-ended');
      same(
        (await store.outbox.counts()).byState.held,
        undefined,
        'held to make room, or by one person’s rights',
      );
      await records.purge('resident-1', 'consent-withdrawn');
      const states = (await store.outbox.entries()).map(({ intent, state }) => `${intent} ${state}`);
      same(states, ['waits held', 'maybe unknown', 'worry queued', 'other queued', 'view queued']);
      same((await store.outbox.entries())[0]?.operation, operation('waits'), 'the text of a held entry');
    },
  );

  promised(
    'P1: what is accepted after consent was withdrawn is not kept as a copy, until a pull brings it',
    async (store) => {
      const { epoch, records, apply } = await led(store);
      const bodies = [resource('Goal', 'g', 1)];
      await store.outbox.enqueue(operation('before'));
      await store.outbox.enqueue(operation('after'));
      const [before, after] = (await store.outbox.entries()).map(({ n }) => n);
      await store.outbox.change(before ?? 0, ['queued'], epoch, { kind: 'accept', at: AT, bodies });
      await records.purge('resident-1', 'consent-withdrawn');
      same((await store.outbox.acknowledgement('before'))?.bodies, [], 'bodies of an acknowledgement');
      await store.outbox.change(after ?? 0, ['held'], epoch, { kind: 'accept', at: AT, bodies });
      same(await textsOf(records), []);
      same((await store.outbox.acknowledgement('after'))?.bodies, [], 'bodies of a later acknowledgement');
      await apply(change('resident-1', { put: bodies }));
      same(await textsOf(records), [bodies[0]?.text]);
    },
  );

  promised(
    'P2: erasing all copies of a source does not forget whose consent was withdrawn',
    async (store) => {
      const { epoch, records } = await led(store);
      const bodies = [resource('Goal', 'g', 1)];
      await store.outbox.enqueue(operation('a'));
      await records.purge('resident-1', 'consent-withdrawn');
      await records.purgeAll();
      const n = (await store.outbox.entries())[0]?.n ?? 0;
      await store.outbox.change(n, ['held'], epoch, { kind: 'accept', at: AT, bodies });
      same(await textsOf(records), []);
    },
  );

  promised('P1: with all copies goes what was accepted, and that it was accepted stays', async (store) => {
    const { epoch, records } = await led(store);
    await store.outbox.enqueue(operation('a'));
    const n = (await store.outbox.entries())[0]?.n ?? 0;
    const bodies = [resource('Goal', 'g', 1)];
    await store.outbox.change(n, ['queued'], epoch, { kind: 'accept', at: AT, bodies });
    await records.purgeAll();
    const { about, bodies: kept, at } = (await store.outbox.acknowledgement('a')) ?? {};
    same([about, kept, at], [null, [], AT]);
  });

  promised('erasing all copies of a source keeps what was not sent', async (store) => {
    const { records, apply } = await led(store);
    await apply(change('resident-1', { put: [resource('Goal', 'g', 1)] }));
    await store.outbox.enqueue(operation('a'));
    await records.purgeAll();
    same(await textsOf(records), []);
    same(
      (await store.outbox.entries()).map(({ intent, state }) => `${intent} ${state}`),
      ['a queued'],
    );
    await apply(change('resident-1', { put: [resource('Goal', 'g', 1)] }));
    same((await textsOf(records)).length, 1);
  });
}
