import { createRxDatabase } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { cardOf } from '../../sync/pages/card.ts';
import { serveCalls } from '../../sync/pages/serve-calls.ts';

// RxDB with its free storage for browsers, and its own replication. The checkpoint is the number of a page.
const text = (maxLength) => ({ type: 'string', maxLength });
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: text(100),
    resident: text(40),
    type: text(40),
    updated: text(40),
    resource: { type: 'object' },
  },
  required: ['id', 'resident', 'updated'],
  indexes: ['resident', 'updated'],
};
const cardSchema = {
  version: 0,
  primaryKey: 'resident',
  type: 'object',
  properties: { resident: text(40), facts: { type: 'object' } },
};

let db;
let replication;

function replicate(direction) {
  const pull = {
    batchSize: 500,
    async handler(checkpoint) {
      const page = checkpoint?.page ?? 0;
      const response = await fetch(`/rows/${page}`, { cache: 'no-store' });
      const documents = (await response.json()).map((row) => ({ ...row, _deleted: false }));
      return { documents, checkpoint: documents.length === 0 ? checkpoint : { page: page + 1 } };
    },
  };
  const push = {
    batchSize: 100,
    async handler(rows) {
      await fetch('/put', { method: 'POST', body: JSON.stringify(rows), cache: 'no-store' });
      return [];
    },
  };
  return replicateRxCollection({
    replicationIdentifier: 'bench',
    collection: db.resource,
    live: false,
    ...(direction === 'pull' ? { pull } : { push }),
  });
}

async function pull() {
  replication = replicate('pull');
  await replication.awaitInitialReplication();
}

serveCalls({
  async open() {
    db = await createRxDatabase({ name: 'rxdb', storage: getRxStorageDexie(), multiInstance: false });
    await db.addCollections({ resource: { schema }, card: { schema: cardSchema } });
  },
  load: pull,
  settle: async () => undefined,
  applyChanges: pull,
  askAgain: pull,
  readResident: async (resident) =>
    (await db.resource.find({ selector: { resident } }).exec()).map((each) => each.toJSON()),
  prepareCards: (residents) => db.card.bulkInsert(residents.map(cardOf)),
  readCards: async () => (await db.card.find().exec()).map((each) => each.toJSON()),
  edit: ({ id, resident, text }) =>
    db.resource.insert({ id, resident, type: 'Observation', updated: '', resource: JSON.parse(text) }),
  async push() {
    // It sends also what it has just received, unless the pull is known to the same replication.
    await replicate('push').awaitInitialReplication();
  },
  count: () => db.resource.count().exec(),
  close: () => db.close(),
});
