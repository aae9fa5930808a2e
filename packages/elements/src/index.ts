export * from './provider/index.ts';
export * from './resident-summary/index.ts';
