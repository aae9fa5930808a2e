import type { RecordChange, RecordStore, Store } from '@ehch/store';
import { change, checkpoint, loaded, resource } from '../samples.ts';
import type { Promised } from '../store-contract.ts';
import { codeOf, same } from './expect.ts';

export const SOURCE = { id: 'server', keep: 'yes' } as const;

/** The records of a store with one leader, and a way to apply changes as that leader. */
export async function led(store: Store) {
  const epoch = await store.leadership.begin();
  const records = store.records(SOURCE);
  const apply = (...changes: RecordChange[]) => records.apply({ epoch, changes, checkpoints: [] });
  return { epoch, records, apply };
}

export async function textsOf(records: RecordStore, resident = 'resident-1') {
  return (await records.read(resident)).resources.map(({ text }) => text).sort();
}

export function recordContract(promised: Promised): void {
  promised(
    'the server’s text is kept unchanged, to the last digit, and only for its resident',
    async (store) => {
      const { records, apply } = await led(store);
      const fullUrl = 'urn:uuid:0f9e';
      const row = {
        ...resource('Observation', 'o1', 1, { text: '{"value": 7.10,\n"emoji":"🧓"}' }),
        fullUrl,
      };
      await apply(
        change('resident-1', { put: [row], kinds: { Observation: loaded('2026-11-21T10:00:00Z') } }),
      );
      const read = await records.read('resident-1');
      same(read.resources, [row]);
      same([...read.kinds], [['Observation', loaded('2026-11-21T10:00:00Z')]]);
      same(await textsOf(records, 'resident-2'), []);
      same((await records.read('resident-2')).kinds.size, 0, 'kinds never read');
    },
  );

  promised(
    'R1: the same version again changes nothing, and changed labels without a version are kept',
    async (store) => {
      const { apply, records } = await led(store);
      const row = resource('Patient', 'p1', 1);
      same((await apply(change('resident-1', { put: [row] }))).residents, ['resident-1']);
      const seq = await store.changeSeq();
      same((await apply(change('resident-1', { put: [row] }))).residents, []);
      same(await store.changeSeq(), seq, 'changeSeq');
      const restricted = { ...row, text: row.text.replace('"meta":{', '"meta":{"security":[{"code":"R"}],') };
      same((await apply(change('resident-1', { put: [restricted] }))).residents, ['resident-1']);
      same(await textsOf(records), [restricted.text]);
    },
  );

  promised('R1: a time that comes later for the same text is kept', async (store) => {
    const { apply, records } = await led(store);
    const row = resource('Patient', 'p1', 1);
    await apply(change('resident-1', { put: [{ ...row, updated: null }] }));
    await apply(change('resident-1', { put: [row] }));
    same((await records.versions('resident-1')).get('Patient/p1')?.updated, row.updated);
  });

  promised(
    'R3: a copy that is forgotten leaves no tombstone, so that the same version comes back when access does',
    async (store) => {
      const { apply, records } = await led(store);
      const row = resource('Condition', 'c', 3);
      await apply(change('resident-1', { put: [row] }));
      same((await apply(change('resident-1', { forgotten: ['Condition/c'] }))).residents, ['resident-1']);
      same(await textsOf(records), []);
      await apply(change('resident-1', { put: [row] }));
      same(await textsOf(records), [row.text]);
    },
  );

  promised(
    'R2: an older row never replaces a newer one, and without times a later step wins',
    async (store) => {
      const { records, apply } = await led(store);
      await apply(change('resident-1', { put: [resource('Goal', 'g', 5)] }));
      await apply(change('resident-1', { put: [resource('Goal', 'g', 4)] }));
      same((await records.versions('resident-1')).get('Goal/g')?.version, '5');
      await apply(change('resident-1', { put: [resource('Goal', 'g', 2, { updated: null })] }));
      same((await records.versions('resident-1')).get('Goal/g')?.version, '2');
    },
  );

  promised('R2: times are compared as instants, in any zone and with microseconds', async (store) => {
    const { records, apply } = await led(store);
    const at = (id: number, updated: string) => resource('Goal', 'g', id, { updated });
    await apply(change('resident-1', { put: [at(1, '2026-11-21T10:00:00.123457+01:00')] }));
    await apply(change('resident-1', { put: [at(2, '2026-11-21T09:00:00.123456Z')] }));
    same((await records.versions('resident-1')).get('Goal/g')?.version, '1');
    await apply(change('resident-1', { put: [at(3, '2026-11-21T09:00:00.123458Z')] }));
    same((await records.versions('resident-1')).get('Goal/g')?.version, '3');
  });

  promised(
    'R2: after a restore of the server, an older row replaces a newer one, if the step says so',
    async (store) => {
      const { records, apply } = await led(store);
      await apply(
        change('resident-1', {
          put: [resource('Goal', 'g', 5)],
          deleted: [{ key: 'Goal/h', updated: null }],
        }),
      );
      const put = [resource('Goal', 'g', 3), resource('Goal', 'h', 1)];
      await apply(change('resident-1', { put, isRestored: true }));
      same(await textsOf(records), put.map(({ text }) => text).sort());
    },
  );

  promised('R3: a tombstone wins over a row that is not newer, and a newer row ends it', async (store) => {
    const { records, apply } = await led(store);
    const gone = (updated: string | null) => change('resident-1', { deleted: [{ key: 'Flag/f', updated }] });
    const put = (version: number) => change('resident-1', { put: [resource('Flag', 'f', version)] });
    await apply(put(3));
    await apply(gone('2026-11-21T09:00:02Z'));
    same((await records.read('resident-1')).resources.length, 1, 'a deletion older than the row');
    await apply(gone('2026-11-21T09:00:04Z'));
    same((await records.versions('resident-1')).get('Flag/f')?.isDeleted, true);
    await apply(put(4));
    same(await textsOf(records), [], 'a row as old as the tombstone');
    await apply(put(5));
    same((await records.read('resident-1')).resources[0]?.version, '5');
  });

  promised(
    'R3: a confirmed absence without a time keeps late copies of the deleted version away',
    async (store) => {
      const { records, apply } = await led(store);
      await apply(change('resident-1', { put: [resource('Flag', 'f', 3)] }));
      await apply(change('resident-1', { deleted: [{ key: 'Flag/f', updated: null }] }));
      await apply(change('resident-1', { put: [resource('Flag', 'f', 3)] }));
      same(await textsOf(records), []);
    },
  );

  promised(
    'R3: what was read by its id after the tombstone ends it, in the same version too',
    async (store) => {
      const { records, apply } = await led(store);
      const row = resource('Flag', 'f', 3);
      await apply(change('resident-1', { put: [row] }));
      await apply(change('resident-1', { deleted: [{ key: 'Flag/f', updated: null }] }));
      await apply(change('resident-1', { put: [row], returned: [row] }));
      same(await textsOf(records), [row.text]);
    },
  );

  promised('R4: a bulk of new rows and many single changes of it read back whole', async (store) => {
    const { records, apply } = await led(store);
    const rows = (version: number, count: number) =>
      Array.from({ length: count }, (_, i) =>
        resource(i % 3 ? 'Observation' : 'Condition', `r${i}`, version),
      );
    await apply(change('resident-1', { put: rows(1, 400) }));
    for (let version = 2; version < 9; version++) {
      await apply(change('resident-1', { put: rows(version, 12) }));
    }
    for (let i = 0; i < 60; i++) {
      await apply(change('resident-1', { put: [resource('Observation', `late${i}`, 1)] }));
    }
    await apply(change('resident-1', { deleted: [{ key: 'Observation/r1', updated: null }] }));
    const expected = new Map(rows(1, 400).map((row) => [row.id, row.text]));
    for (const row of rows(8, 12)) expected.set(row.id, row.text);
    for (let i = 0; i < 60; i++) expected.set(`late${i}`, resource('Observation', `late${i}`, 1).text);
    expected.delete('r1');
    same(await textsOf(records), [...expected.values()].sort());
  });

  promised(
    'D2: a step keeps its page and its cursor, and a changed kind alone is a change',
    async (store) => {
      const { epoch, records } = await led(store);
      const cursor = checkpoint({ highWater: '2026-11-21T09:00:01Z' });
      const kinds = { Observation: loaded('2026-11-21T10:00:00Z') };
      const applied = await records.apply({
        epoch,
        changes: [change('resident-1', { kinds }), change('resident-2', {})],
        checkpoints: [cursor],
      });
      same(applied.residents, ['resident-1']);
      same(await records.checkpoint('home-1', 'Observation'), cursor);
      same(await records.checkpoint('home-1', 'Goal'), null);
    },
  );

  promised(
    'R9: the kinds, a few types and all checkpoints of a home are read with one look each',
    async (store) => {
      const { epoch, records } = await led(store);
      const kinds = { Patient: loaded('2026-11-21T10:00:00Z'), Goal: loaded('2026-11-21T10:00:00Z') };
      const put = [resource('Patient', 'p', 1), resource('Goal', 'g', 1), resource('Observation', 'o', 1)];
      const checkpoints = [checkpoint(), checkpoint({ type: 'Goal' }), checkpoint({ home: 'home-2' })];
      await records.apply({ epoch, changes: [change('resident-1', { put, kinds })], checkpoints });
      same(Object.fromEntries(await records.kinds('resident-1')), kinds);
      same((await records.kinds('resident-2')).size, 0);
      const some = await records.read('resident-1', new Set(['Patient', 'Observation']));
      same(some.resources.map(({ id }) => id).sort(), ['o', 'p']);
      same(Object.fromEntries(some.kinds), kinds, 'what was read of the others stays known');
      const all = await records.checkpoints('home-1');
      same([...all.keys()].sort(), ['Goal', 'Observation']);
      same(all.get('Goal'), await records.checkpoint('home-1', 'Goal'));
      same((await records.checkpoints('home-3')).size, 0);
    },
  );

  promised('R8: a look at all checkpoints of a home is a look at each', async (store) => {
    const { epoch, records } = await led(store);
    await records.apply({ epoch, changes: [], checkpoints: [checkpoint()] });
    await records.purge('resident-1', 'room-needed');
    await records.apply({ epoch, changes: [], checkpoints: [checkpoint()] });
    same(
      (await records.checkpoints('home-1')).get('Observation')?.members,
      ['resident-2'],
      'prepared before',
    );
    await records.apply({ epoch, changes: [], checkpoints: [checkpoint()] });
    same(
      (await records.checkpoints('home-1')).get('Observation')?.members,
      ['resident-1', 'resident-2'],
      'prepared after a look',
    );
  });

  promised('L1: an overtaken leader writes nothing more', async (store) => {
    const { epoch, records } = await led(store);
    const next = await store.leadership.begin();
    same(next, epoch + 1);
    same(await store.leadership.current(), next);
    const changes = [change('resident-1', { put: [resource('Goal', 'g', 1)] })];
    same(await codeOf(records.apply({ epoch, changes, checkpoints: [checkpoint()] })), 'overtaken');
    const members = { home: 'home-1', asOf: '2026-11-21T09:00:00Z', incomplete: false, members: [] };
    same(await codeOf(records.putMembers(epoch, members)), 'overtaken');
    same(await textsOf(records), []);
    same(await records.checkpoint('home-1', 'Observation'), null);
    same(await records.members('home-1'), null);
  });

  promised('a home’s members come back in the order of the roster', async (store) => {
    const { epoch, records } = await led(store);
    const members = ['resident-2', 'resident-1'].map((resident) => ({
      resident,
      facts: { name: resident },
    }));
    const home = { home: 'home-1', asOf: '2026-11-21T09:00:00Z', incomplete: true, members };
    await records.putMembers(epoch, home);
    same(await records.members('home-1'), home);
    same(await records.members('home-2'), null);
  });

  promised(
    'sources stay apart, and R7: a source that may not be kept is read like any other',
    async (store) => {
      const { epoch, apply, records } = await led(store);
      const other = store.records({ id: 'gp', keep: 'no' });
      await apply(change('resident-1', { put: [resource('Goal', 'g', 1)] }));
      const put = [resource('Goal', 'g', 9)];
      await other.apply({ epoch, changes: [change('resident-1', { put })], checkpoints: [] });
      same(await textsOf(records), [resource('Goal', 'g', 1).text]);
      same(await textsOf(other), [put[0]?.text]);
      await other.purgeAll();
      same(await textsOf(other), []);
      same((await textsOf(records)).length, 1);
    },
  );
}
