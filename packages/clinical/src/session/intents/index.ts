export * from './take-intent.ts';
