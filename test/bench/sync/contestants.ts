import { fileURLToPath } from 'node:url';
import type { PageSource } from '../page-source.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export type ContestantId = 'floor' | 'dexie' | 'rxdb' | 'pouchdb' | 'ours';

/** A database with its way to the server, as a worker. */
export interface Contestant extends PageSource {
  readonly id: ContestantId;
  readonly title: string;
}

const peer = (name: string) => at(`../peers/databases/${name}.js`);

export const CONTESTANTS: readonly Contestant[] = [
  { id: 'floor', title: 'floor (bare IndexedDB)', kind: 'control', entry: at('pages/floor.ts') },
  { id: 'dexie', title: 'Dexie 4.4.7', kind: 'peer', entry: peer('dexie') },
  { id: 'rxdb', title: 'RxDB 17.6.0', kind: 'peer', entry: peer('rxdb') },
  { id: 'pouchdb', title: 'PouchDB 9.0.0', kind: 'peer', entry: peer('pouchdb') },
  { id: 'ours', title: 'ehch store and sync', kind: 'ours', entry: at('pages/ours.ts') },
];
