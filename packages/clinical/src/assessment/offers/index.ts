export { isInReach } from './in-reach.ts';
export * from './offers-for.ts';
export * from './offers-in.ts';
export * from './take-over.ts';
