/**
 * The rules of pulling that can be switched off, one by one, in tests alone. A suite that stays green without a guard
 * would not notice if somebody removed it (`docs/guards.md`).
 */
export interface PullGuards {
  /** L1. A pull asks from its high water on, and not after it. */
  readonly inclusive: boolean;
  /** L1. A pull begins before its high water, because a server dates a write before others can see it. */
  readonly overlap: boolean;
  /** L1. A long run moves the high water no further than its first page, because others write while it goes on. */
  readonly ceiling: boolean;
  /** L2. The cursor is stored in the transaction of its page. */
  readonly cursorWithPage: boolean;
  /** L3. An increment goes on by the last row's time, and not by the server's link. */
  readonly keyset: boolean;
  /** L3. An instant of several pages is read again until nothing of it is new. */
  readonly repeatsInstants: boolean;
  /** L5. What is missing from a list is asked for by its id before it counts as deleted. */
  readonly confirmAbsence: boolean;
  /** L6. What the server has and we have not is fetched. */
  readonly twoWays: boolean;
  /** L7. A server that was set back is noticed. */
  readonly noticeRestore: boolean;
  /** A2. Every write names the epoch of its leader. */
  readonly fence: boolean;
}

export const ALL_PULL_GUARDS: PullGuards = {
  inclusive: true,
  overlap: true,
  ceiling: true,
  cursorWithPage: true,
  keyset: true,
  repeatsInstants: true,
  confirmAbsence: true,
  twoWays: true,
  noticeRestore: true,
  fence: true,
};
