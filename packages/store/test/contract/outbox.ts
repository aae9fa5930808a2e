import type { OutboxChange, Store } from '@ehch/store';
import { operation, resource } from '../samples.ts';
import type { Promised } from '../store-contract.ts';
import { codeOf, same } from './expect.ts';
import { led, SOURCE, textsOf } from './records.ts';

const AT = '2026-11-21T10:00:00Z';
const claim: OutboxChange = { kind: 'move', to: 'sending', notBefore: 0, countAttempt: true };
const accept = (more: Partial<Extract<OutboxChange, { kind: 'accept' }>> = {}): OutboxChange => ({
  kind: 'accept',
  at: AT,
  bodies: [],
  ...more,
});

async function intents(store: Store) {
  return (await store.outbox.entries()).map(({ intent }) => intent);
}

export function outboxContract(promised: Promised): void {
  promised(
    'O1: the same intent again is known: while it waits, after acceptance and after a discard',
    async (store) => {
      const { outbox } = store;
      same(await outbox.enqueue(operation('a')), 'kept');
      same(await outbox.enqueue(operation('b')), 'kept');
      same(await outbox.enqueue(operation('a')), 'known');
      const [a, b] = await outbox.entries();
      await outbox.change(a?.n ?? 0, ['queued'], null, accept());
      await outbox.change(b?.n ?? 0, ['queued'], null, {
        kind: 'discard',
        at: AT,
        by: 'nurse-1',
        why: 'twice',
      });
      same(await outbox.enqueue(operation('a')), 'known');
      same(await outbox.enqueue(operation('b')), 'known');
      same(await intents(store), []);
    },
  );

  promised('O1: two presses of one intent at the same moment are one entry', async (store) => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => store.outbox.enqueue(operation('a'))));
    same(answers.filter((each) => each === 'kept').length, 1);
    same(await intents(store), ['a']);
  });

  promised('O2: entries stand in the order of the presses, and keep what was pressed', async (store) => {
    const late = operation('a', { pressedAt: '2026-12-01T00:00:00Z' });
    const early = operation('b', { pressedAt: '2020-01-01T00:00:00Z' });
    await store.outbox.enqueue(late);
    await store.outbox.enqueue(early);
    const entries = await store.outbox.entries();
    same(
      entries.map((each) => each.operation),
      [late, early],
    );
    const [first, second] = entries.map(({ n }) => n);
    if (!(first !== undefined && second !== undefined && first < second)) throw new Error('n does not grow');
  });

  promised(
    'an entry moves only from a named state, counts its tries and keeps each outcome',
    async (store) => {
      const { outbox } = store;
      const { epoch } = await led(store);
      await outbox.enqueue(operation('a'));
      const n = (await outbox.entries())[0]?.n ?? 0;
      same(await outbox.change(n, ['sending'], epoch, claim), false);
      same(await outbox.change(n, ['queued'], epoch, claim), true);
      same(await outbox.change(n, ['queued'], epoch, claim), false, 'a second claim');
      const problem = { kind: 'refused', status: 422, outcome: 'no code' } as const;
      const attempt = { at: AT, outcome: '422' };
      await outbox.change(n, ['sending'], epoch, {
        kind: 'move',
        to: 'rejected',
        notBefore: 7,
        attempt,
        problem,
      });
      const [entry] = await outbox.entries();
      same(entry, {
        n,
        intent: 'a',
        state: 'rejected',
        notBefore: 7,
        attempts: 1,
        epoch,
        operation: operation('a'),
        sent: [attempt],
        problem,
      });
    },
  );

  promised('L1: an overtaken leader moves no entry, and a person still decides', async (store) => {
    const { outbox } = store;
    const { epoch } = await led(store);
    await outbox.enqueue(operation('a'));
    const n = (await outbox.entries())[0]?.n ?? 0;
    await store.leadership.begin();
    same(await codeOf(outbox.change(n, ['queued'], epoch, claim)), 'overtaken');
    same((await outbox.entries())[0]?.state, 'queued');
    same(await outbox.change(n, ['queued'], null, { kind: 'move', to: 'held', notBefore: 0 }), true);
  });

  promised(
    'O3: what a person gave up says who did, when and why, and what goes on in its place',
    async (store) => {
      const { outbox } = store;
      const discard = { kind: 'discard', at: AT, by: 'nurse-1', why: 'twice' } as const;
      for (const intent of ['a', 'b', 'c']) await outbox.enqueue(operation(intent));
      const [a, b] = (await outbox.entries()).map(({ n }) => n);
      same(await outbox.givenUp('a'), null, 'while it waits');
      await outbox.change(a ?? 0, ['queued'], null, { ...discard, name: 'Nurse One' });
      await outbox.change(b ?? 0, ['queued'], null, { ...discard, replacedBy: 'c' });
      same(await outbox.givenUp('a'), { at: AT, by: 'Nurse One', why: 'twice', replacedBy: null });
      same(await outbox.givenUp('b'), { at: AT, by: 'nurse-1', why: 'twice', replacedBy: 'c' });
      same(await outbox.givenUp('c'), null);
      await outbox.squash([(await outbox.entries())[0]?.n ?? 0], null);
      same(await outbox.givenUp('c'), null, 'joined away is not given up');
    },
  );

  promised(
    'O4: an acknowledgement names what was written, also after the copies were purged',
    async (store) => {
      const { outbox } = store;
      const { epoch, records } = await led(store);
      await outbox.enqueue(operation('a'));
      const n = (await outbox.entries())[0]?.n ?? 0;
      await outbox.change(n, ['queued'], epoch, accept({ bodies: [resource('Observation', 'o-a', 1)] }));
      const written = [{ type: 'Observation', id: 'o-a', version: '1' }];
      same((await outbox.acknowledgement('a'))?.written, written);
      await records.purge('resident-1', 'asked');
      same((await outbox.acknowledgement('a'))?.written, written);
      same((await outbox.acknowledgement('a'))?.bodies, []);
    },
  );

  promised(
    'O4: accepting removes the entry, keeps its bodies as copies and leaves an acknowledgement',
    async (store) => {
      const { outbox } = store;
      const { epoch, records } = await led(store);
      await outbox.enqueue(operation('a'));
      const n = (await outbox.entries())[0]?.n ?? 0;
      const bodies = [resource('Observation', 'o-a', 1)];
      same(await outbox.change(n, ['queued'], epoch, accept({ bodies, merged: { with: 'Dr X' } })), true);
      same(await intents(store), []);
      same(await textsOf(records), [bodies[0]?.text]);
      same((await records.versions('resident-1')).get('Observation/o-a')?.version, '1');
      const ack = await outbox.acknowledgement('a');
      same([ack?.at, ack?.bodies, ack?.merged, ack?.author.sub], [AT, bodies, { with: 'Dr X' }, 'nurse-1']);
      same((await outbox.acknowledgements()).length, 1);
      await outbox.forgetAcknowledgements(AT);
      same((await outbox.acknowledgements()).length, 1, 'an acknowledgement of that very moment');
      await outbox.forgetAcknowledgements('2026-11-21T10:00:00.001Z');
      same(await outbox.acknowledgement('a'), null);
    },
  );

  promised('O4: an accepted body replaces no newer copy', async (store) => {
    const { outbox } = store;
    const { epoch, records, apply } = await led(store);
    await apply({ resident: 'resident-1', put: [resource('Goal', 'g', 8)], deleted: [], kinds: {} });
    await outbox.enqueue(operation('a'));
    const n = (await outbox.entries())[0]?.n ?? 0;
    await outbox.change(n, ['queued'], epoch, accept({ bodies: [resource('Goal', 'g', 5)] }));
    same((await records.versions('resident-1')).get('Goal/g')?.version, '8');
  });

  promised(
    'R3, O4: what is sent again after a restore is a copy again, under the number of what was lost',
    async (store) => {
      const { outbox } = store;
      const { epoch, records, apply } = await led(store);
      await apply({ resident: 'resident-1', put: [resource('Goal', 'g', 1)], deleted: [], kinds: {} });
      const lost = [{ key: 'Goal/g', updated: null }] as const;
      await apply({ resident: 'resident-1', put: [], deleted: lost, kinds: {} });
      await outbox.enqueue(operation('a'));
      const n = (await outbox.entries())[0]?.n ?? 0;
      const again = resource('Goal', 'g', 1, { updated: '2026-11-21T11:00:00Z' });
      await outbox.change(n, ['queued'], epoch, accept({ bodies: [again] }));
      same((await records.versions('resident-1')).get('Goal/g'), { version: '1', updated: again.updated });
    },
  );

  promised('R3, O4: an answer that comes after a deletion brings nothing back', async (store) => {
    const { outbox } = store;
    const { epoch, records, apply } = await led(store);
    await outbox.enqueue(operation('a'));
    const n = (await outbox.entries())[0]?.n ?? 0;
    const row = resource('Goal', 'g', 1);
    await apply({ resident: 'resident-1', put: [row], deleted: [], kinds: {} });
    await apply({ resident: 'resident-1', put: [], deleted: [{ key: 'Goal/g', updated: null }], kinds: {} });
    await outbox.change(n, ['queued'], epoch, accept({ bodies: [row] }));
    same((await records.versions('resident-1')).get('Goal/g')?.isDeleted, true);
  });

  promised('R5: a record is read with what waits for this resident', async (store) => {
    await store.outbox.enqueue(operation('a'));
    await store.outbox.enqueue(operation('b', { resident: 'resident-2' }));
    await store.outbox.enqueue(operation('c', { resident: null, class: 'audit' }));
    await store.outbox.enqueue(operation('d', { class: 'escalation' }));
    const { pending } = await store.records(SOURCE).read('resident-1');
    same(
      pending.map(({ intent }) => intent),
      ['a', 'd'],
    );
  });

  promised(
    'unsent neighbours become one entry in the place of the first, and all their intents stay known',
    async (store) => {
      const { outbox } = store;
      for (const intent of ['a', 'b', 'c']) await outbox.enqueue(operation(intent));
      const [a, b, c] = (await outbox.entries()).map(({ n }) => n);
      same(await outbox.squash([a ?? 0, b ?? 0], operation('b', { about: 'both' })), true);
      const entries = await outbox.entries();
      same(
        entries.map(({ n, intent }) => [n, intent]),
        [
          [a, 'b'],
          [c, 'c'],
        ],
      );
      same(entries[0]?.operation?.about, 'both');
      same(await outbox.enqueue(operation('a')), 'known');
      await outbox.change(a ?? 0, ['queued'], null, accept());
      same((await outbox.acknowledgement('a'))?.intent, 'b', 'the acknowledgement of a joined intent');
      same(await outbox.squash([c ?? 0], null), true);
      same(await intents(store), []);
      same(await outbox.enqueue(operation('c')), 'known');
    },
  );

  promised('what was sent once is never joined', async (store) => {
    const { outbox } = store;
    const { epoch } = await led(store);
    for (const intent of ['a', 'b']) await outbox.enqueue(operation(intent));
    const [a, b] = (await outbox.entries()).map(({ n }) => n);
    await outbox.change(a ?? 0, ['queued'], epoch, claim);
    same(await outbox.squash([a ?? 0, b ?? 0], operation('b')), false);
    same(await outbox.squash([a ?? 0, 999], null), false);
    same(await intents(store), ['a', 'b']);
  });

  promised(
    'O3: what is sent instead comes as the old entry goes, and of two decisions one counts',
    async (store) => {
      const { outbox } = store;
      await outbox.enqueue(operation('a'));
      const [entry] = await outbox.entries();
      const by = { kind: 'discard', at: '2026-11-21T10:00:00Z', by: 'nurse', why: 'Replaced.' } as const;
      same(await outbox.change(entry?.n ?? 0, ['queued'], null, { ...by, instead: operation('b') }), true);
      same(await intents(store), ['b']);
      same(await outbox.change(entry?.n ?? 0, ['queued'], null, { ...by, instead: operation('c') }), false);
      same(await intents(store), ['b']);
      same(await outbox.enqueue(operation('a')), 'known');
    },
  );

  promised(
    'O4: an acceptance that the server has lost is taken back, with the presses that it carried',
    async (store) => {
      const { outbox } = store;
      const epoch = await store.leadership.begin();
      await outbox.enqueue(operation('a'));
      await outbox.enqueue(operation('b'));
      const [a, b] = (await outbox.entries()).map(({ n }) => n);
      await outbox.squash([a ?? 0, b ?? 0], operation('b'));
      const [both] = await outbox.entries();
      await outbox.change(both?.n ?? 0, ['queued'], epoch, accept({ bodies: [] }));
      same(await outbox.reopen(operation('b'), epoch, 'rejected', null), true);
      same(await outbox.reopen(operation('b'), epoch, 'rejected', null), false);
      const [entry] = await outbox.entries();
      same([entry?.state, entry?.intent, entry?.operation?.joined], ['rejected', 'b', ['a']]);
      same([await outbox.acknowledgement('b'), await outbox.acknowledgement('a')], [null, null]);
      same([await outbox.enqueue(operation('a')), await outbox.enqueue(operation('b'))], ['known', 'known']);
    },
  );

  promised('counts tell how many wait in which state, and how many escalations', async (store) => {
    await store.outbox.enqueue(operation('a'));
    await store.outbox.enqueue(operation('b', { class: 'escalation' }));
    const n = (await store.outbox.entries())[0]?.n ?? 0;
    await store.outbox.change(n, ['queued'], null, { kind: 'move', to: 'held', notBefore: 0 });
    const { total, escalations, byState } = await store.outbox.counts();
    same([total, escalations, byState.held, byState.queued], [2, 1, 1, 1]);
  });
}
