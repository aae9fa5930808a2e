export type * from './answer.ts';
export type * from './definition.ts';
export type * from './draft.ts';
export type * from './expression.ts';
export type * from './offer.ts';
export type * from './state.ts';
export type * from './suggestion.ts';
