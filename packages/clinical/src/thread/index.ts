export type * from './entry.ts';
export { THREAD_URGENCIES } from './entry.ts';
export type * from './kind.ts';
export { KINDS } from './kinds/index.ts';
export { inMatterOrder, isEndInSight, NO_TIMES } from './matter-order.ts';
export { isLate, standingOf } from './standing.ts';
export type { Standing, ThreadTimes } from './standing.ts';
export { canJoin, threadsOf } from './threads-of.ts';
export type { ThreadAnswer, Ending, ThreadPress, Raised, Thread } from './thread.ts';
