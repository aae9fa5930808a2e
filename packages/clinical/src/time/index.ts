export * from './civil-date.ts';
export * from './london-fields.ts';
export * from './london.ts';
export * from './partial-date.ts';
export type * from './types.ts';
export * from './working-day.ts';
