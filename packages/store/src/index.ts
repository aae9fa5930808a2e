export * from './memory/open-memory-store.ts';
export type * from './drafts/draft-store.ts';
export type * from './outbox/operation.ts';
export type * from './outbox/outbox.ts';
export type * from './records/record-store.ts';
export { compareUpdated } from './records/compare-updated.ts';
export * from './records/stored-resource.ts';
export type * from './store.ts';
export { base64Url, fromBase64Url } from './keys/bytes.ts';
export { ALL_STORE_GUARDS, type StoreGuards } from './guards.ts';
export type { ConnectionState } from './database/connection.ts';
export { countUnsent } from './database/count-unsent.ts';
export { databaseKeys, databaseName, type DatabaseKeys } from './database/database-name.ts';
export {
  claimDatabase,
  findDatabase,
  finishWipes,
  markForWipe,
  registeredDatabases,
} from './database/registry.ts';
export type { Lost } from './sealed/lost.ts';
export { openSealedStore, type SealedStoreOptions } from './sealed/open-sealed-store.ts';
export type { HeldRows, SealedStore } from './sealed/sealed-store.ts';
export { lookInto, type FoundDatabase } from './sealed/look-into.ts';
export { stayingKeeper, windowsKeeper, type SessionKeeper } from './keys/session-keeper.ts';
export type { KeyProvider, Unlock } from './keys/unlock.ts';
export type { SealedExport } from './moving/export-sealed.ts';
export { importSealed, type ImportOptions } from './moving/import-sealed.ts';
export type { MovedCounts } from './moving/moved-rows.ts';
