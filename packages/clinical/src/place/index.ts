export * from './observers.ts';
export * from './opening-hours.ts';
