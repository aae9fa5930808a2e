import type { BenchRow, BenchEdit } from '../contract.ts';
import { cardOf } from './card.ts';
import { eachPage, sendEach, serveCalls } from './serve-calls.ts';

// The floor: bare IndexedDB with a row for each resource, as a person would write it in an afternoon. Compound key, no index,
// no encryption, relaxed, 1000 rows in a transaction. No product does so little.

const PAGES_A_TRANSACTION = 2;

let db: IDBDatabase;

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed.'));
  });
}

function write(names: readonly string[], body: (tx: IDBTransaction) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const tx = db.transaction([...names], 'readwrite', { durability: 'relaxed' });
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new Error('A transaction was aborted.'));
    body(tx);
  });
}

const put = (rows: readonly BenchRow[], nextPage: number) =>
  write(['resource', 'cursor'], (tx) => {
    const store = tx.objectStore('resource');
    for (const row of rows) store.put(row);
    tx.objectStore('cursor').put(nextPage, 'page');
  });

/** Each row is compared with the one that is held, in the transaction that writes it. */
const replaceOlder = (rows: readonly BenchRow[], nextPage: number) =>
  write(['resource', 'cursor'], (tx) => {
    const store = tx.objectStore('resource');
    for (const row of rows) {
      const held = store.get([row.resident, row.id]) as IDBRequest<BenchRow | undefined>;
      held.onsuccess = () => {
        if (held.result === undefined || held.result.updated < row.updated) store.put(row);
      };
    }
    tx.objectStore('cursor').put(nextPage, 'page');
  });

async function pull(): Promise<void> {
  const from = (await asked(db.transaction('cursor').objectStore('cursor').get('page'))) as
    number | undefined;
  let held: readonly BenchRow[] = [];
  let next = from ?? 0;
  await eachPage(next, async (rows, page) => {
    held = [...held, ...rows];
    next = page + 1;
    if (held.length < PAGES_A_TRANSACTION * rows.length) return;
    await put(held, next);
    held = [];
  });
  if (held.length > 0) await put(held, next);
}

serveCalls({
  async open() {
    const request = indexedDB.open('floor', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('resource', { keyPath: ['resident', 'id'] });
      request.result.createObjectStore('cursor');
      request.result.createObjectStore('card', { keyPath: 'resident' });
      request.result.createObjectStore('outbox', { keyPath: 'intent' });
    };
    db = await asked(request);
  },
  load: pull,
  settle: async () => undefined,
  async applyChanges() {
    const from = (await asked(db.transaction('cursor').objectStore('cursor').get('page'))) as number;
    await eachPage(from, (rows, page) => replaceOlder(rows, page + 1));
  },
  askAgain: pull,
  readResident: (resident: string) =>
    asked(
      db
        .transaction('resource')
        .objectStore('resource')
        .getAll(IDBKeyRange.bound([resident], [resident, []])),
    ),
  prepareCards: (residents: readonly string[]) =>
    write(['card'], (tx) => {
      for (const resident of residents) tx.objectStore('card').put(cardOf(resident));
    }),
  readCards: () => asked(db.transaction('card').objectStore('card').getAll()),
  edit: ({ intent, id, resident, text }: BenchEdit) =>
    write(['resource', 'outbox'], (tx) => {
      const row = { id, resident, type: 'Observation', updated: '', resource: JSON.parse(text) as object };
      tx.objectStore('resource').put(row);
      tx.objectStore('outbox').put({ intent, row });
    }),
  async push() {
    const edits = (await asked(db.transaction('outbox').objectStore('outbox').getAll())) as {
      intent: string;
    }[];
    await sendEach(edits, ({ intent }) => write(['outbox'], (tx) => tx.objectStore('outbox').delete(intent)));
  },
  count: () => asked(db.transaction('resource').objectStore('resource').count()),
  close: async () => db.close(),
});
