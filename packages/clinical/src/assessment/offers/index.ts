export * from './offers-for.ts';
export * from './offers-in.ts';
export * from './take-over.ts';
