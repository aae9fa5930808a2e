export * from './memory-store.ts';
export type * from './record-store.ts';
