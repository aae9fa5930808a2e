// The server that PouchDB replicates with: express-pouchdb over PouchDB in memory, as its own project runs it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changedRecords, homeRecords, type BenchResource } from './data.ts';
import type { Mounted } from './server.ts';

const from = createRequire(new URL('../peers/databases/package.json', import.meta.url));

interface Database {
  bulkDocs(documents: readonly object[]): Promise<unknown>;
  allDocs(options: object): Promise<{ rows: { id: string; value: { rev: string } }[] }>;
  info(): Promise<{ doc_count: number }>;
  destroy(): Promise<unknown>;
}

interface PouchConstructor {
  new (name: string): Database;
  plugin(plugin: unknown): PouchConstructor;
  defaults(options: object): PouchConstructor;
}

export interface Couch {
  readonly answer: Mounted;
  /** A new database with the records as they were at first. */
  fill(): Promise<void>;
  /** Puts the newer versions into it. */
  change(): Promise<void>;
  /** How many documents it has beside the records: edits that arrived. */
  arrived(): Promise<number>;
}

const BATCH = 5000;

export function startCouch(): Couch {
  const load = (name: string): unknown => {
    const module = from(name) as { readonly default?: unknown };
    return module.default ?? module;
  };
  const Pouch = (load('pouchdb-core') as PouchConstructor)
    .plugin(load('pouchdb-adapter-memory'))
    .plugin(load('pouchdb-mapreduce'))
    .plugin(load('pouchdb-replication'))
    .defaults({ adapter: 'memory' });
  const express = load('express') as () => { use: (...parts: unknown[]) => void } & Mounted;
  const couchOf = load('express-pouchdb') as (pouch: unknown, options: object) => Mounted;
  const logPath = join(tmpdir(), 'ehch-bench-couch.log');
  const app = express();
  app.use('/couch', couchOf(Pouch, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath }));
  let database: Database | null = null;
  const now = () => (database ??= new Pouch('home'));
  return {
    answer: (request: IncomingMessage, response: ServerResponse) => app(request, response),
    async fill() {
      await now().destroy();
      database = new Pouch('home');
      const all = homeRecords().map(documentOf);
      for (let at = 0; at < all.length; at += BATCH) await database.bulkDocs(all.slice(at, at + BATCH));
    },
    async change() {
      const changed = changedRecords();
      const { rows } = await now().allDocs({ keys: changed.map(nameOf) });
      const revisions = new Map(rows.map(({ id, value }) => [id, value.rev]));
      await now().bulkDocs(
        changed.map((each) => ({ ...documentOf(each), _rev: revisions.get(nameOf(each)) })),
      );
    },
    arrived: async () => (await now().info()).doc_count - homeRecords().length,
  };
}

const nameOf = ({ type, id, resident }: BenchResource): string => `${resident}/${type}/${id}`;

function documentOf(each: BenchResource) {
  const { type, resident, updated, text } = each;
  return { _id: nameOf(each), resident, type, updated, resource: JSON.parse(text) as object };
}
