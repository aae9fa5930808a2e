import PouchDB from 'pouchdb-browser';
import { cardOf } from '../../sync/pages/card.ts';
import { serveCalls } from '../../sync/pages/serve-calls.ts';

// PouchDB with its adapter for IndexedDB, in replication with a PouchDB server.
let local;
let cards;
const remote = new PouchDB(`${location.origin}/couch/home`, { skip_setup: true });

const pull = () => local.replicate.from(remote, { batch_size: 500, batches_limit: 2 });

serveCalls({
  async open() {
    local = new PouchDB('pouchdb', { auto_compaction: false });
    cards = new PouchDB('cards');
    await local.info();
  },
  load: pull,
  settle: async () => undefined,
  applyChanges: pull,
  askAgain: pull,
  readResident: async (resident) => {
    const found = await local.allDocs({
      startkey: `${resident}/`,
      endkey: `${resident}/\uffff`,
      include_docs: true,
    });
    return found.rows.map(({ doc }) => doc);
  },
  prepareCards: (residents) => cards.bulkDocs(residents.map((each) => ({ _id: each, ...cardOf(each) }))),
  readCards: async () => (await cards.allDocs({ include_docs: true })).rows.map(({ doc }) => doc),
  edit: ({ id, resident, text }) =>
    local.put({ _id: `${resident}/${id}`, resident, type: 'Observation', resource: JSON.parse(text) }),
  push: () => local.replicate.to(remote, { batch_size: 100 }),
  count: async () => (await local.info()).doc_count,
  close: async () => {
    await local.close();
    await cards.close();
  },
});
