export { advise } from './advise.ts';
export type { Advice, Instead } from './advise.ts';
export { cprNow } from './cpr-now.ts';
export { RED_FLAGS } from './ladder.ts';
export type * from './ladder.ts';
export type * from './situation.ts';
export { whomToRing } from './whom-to-ring.ts';
export type { RingLine, Ringing } from './whom-to-ring.ts';
