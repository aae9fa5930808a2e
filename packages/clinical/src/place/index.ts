export * from './faults-of-place.ts';
export * from './deciders.ts';
export * from './is-place.ts';
export { isNumberOld } from './number-checked.ts';
export * from './observers.ts';
export * from './opening-hours.ts';
export * from './outcome-words.ts';
export * from './placement.ts';
export * from './withdrawn.ts';
