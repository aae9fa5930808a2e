export type * from './action.ts';
export type { InboxEffect } from './effect.ts';
export { draftsOf } from './compose.ts';
export { INBOX_GUARDS, unsettledPresses } from './guards.ts';
export type { InboxGuards } from './guards.ts';
export { openInbox, pressedOn } from './session.ts';
export type {
  Composing,
  FurtherAction,
  InboxAct,
  InboxPressed,
  InboxScope,
  InboxSession,
  ThreadOnScreen,
} from './session.ts';
export { inboxStep } from './step.ts';
export { inboxStop, promiseOf } from './stops.ts';
export type { InboxStop } from './stops.ts';
