import { Dexie } from 'dexie';
import { cardOf } from '../../sync/pages/card.ts';
import { eachPage, sendEach, serveCalls } from '../../sync/pages/serve-calls.ts';

// Dexie, as its documentation says to load much: `bulkPut`, relaxed, with the two indexes that such a list needs.
const db = new Dexie('dexie', { chromeTransactionDurability: 'relaxed' });
db.version(1).stores({
  resource: '[resident+id], resident, updated',
  cursor: '',
  card: 'resident',
  outbox: 'intent',
});

const nextPage = async () => (await db.table('cursor').get('page')) ?? 0;

const replaceOlder = (rows, page) =>
  db.transaction('rw', 'resource', 'cursor', async () => {
    const held = await db.table('resource').bulkGet(rows.map(({ resident, id }) => [resident, id]));
    const newer = rows.filter((row, at) => held[at] === undefined || held[at].updated < row.updated);
    await db.table('resource').bulkPut(newer);
    await db.table('cursor').put(page + 1, 'page');
  });

async function pull() {
  await eachPage(await nextPage(), (rows, page) =>
    db.transaction('rw', 'resource', 'cursor', async () => {
      await db.table('resource').bulkPut(rows);
      await db.table('cursor').put(page + 1, 'page');
    }),
  );
}

serveCalls({
  open: () => db.open(),
  load: pull,
  settle: async () => undefined,
  applyChanges: async () => eachPage(await nextPage(), replaceOlder),
  askAgain: pull,
  readResident: (resident) => db.table('resource').where({ resident }).toArray(),
  prepareCards: (residents) => db.table('card').bulkPut(residents.map(cardOf)),
  readCards: () => db.table('card').toArray(),
  edit: ({ intent, id, resident, text }) =>
    db.transaction('rw', 'resource', 'outbox', async () => {
      const row = { id, resident, type: 'Observation', updated: '', resource: JSON.parse(text) };
      await Promise.all([db.table('resource').put(row), db.table('outbox').put({ intent, row })]);
    }),
  push: async () =>
    sendEach(await db.table('outbox').toArray(), ({ intent }) => db.table('outbox').delete(intent)),
  count: () => db.table('resource').count(),
  close: async () => db.close(),
});
