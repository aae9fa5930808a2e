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
  const load = <T>(name: string) => {
    const module = from(name) as { readonly default?: T };
    return module.default ?? (module as T);
  };
  const Pouch = load<PouchConstructor>('pouchdb-core')
    .plugin(load('pouchdb-adapter-memory'))
    .plugin(load('pouchdb-mapreduce'))
    .plugin(load('pouchdb-replication'))
    .defaults({ adapter: 'memory' });
  const express = load<() => { use: (...parts: unknown[]) => void } & Mounted>('express');
  const couchOf = load<(pouch: unknown, options: object) => Mounted>('express-pouchdb');
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
      const changed = changedRecords().map(documentOf);
      const { rows } = await now().allDocs({ keys: changed.map(({ _id }) => _id) });
      const revisions = new Map(rows.map(({ id, value }) => [id, value.rev]));
      await now().bulkDocs(changed.map((each) => ({ ...each, _rev: revisions.get(each._id) })));
    },
    arrived: async () => (await now().info()).doc_count - homeRecords().length,
  };
}

function documentOf({ type, id, resident, updated, text }: BenchResource) {
  return { _id: `${resident}/${type}/${id}`, resident, type, updated, resource: JSON.parse(text) as object };
}
