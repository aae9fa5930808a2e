export * from './memory/open-memory-store.ts';
export type * from './drafts/draft-store.ts';
export type * from './outbox/operation.ts';
export type * from './outbox/outbox.ts';
export type * from './records/record-store.ts';
export * from './records/stored-resource.ts';
export type * from './store.ts';
