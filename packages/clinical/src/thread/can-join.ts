import { sameAbout } from './same-about.ts';
import type { Thread } from './thread.ts';

/** Whether two threads can be one (SPEC W4). A withdrawn matter stays by itself: it takes nobody else's with it. */
export function canJoin(a: Thread, b: Thread): boolean {
  const isWithdrawn = [a, b].some(({ ending }) => ending.state === 'withdrawn');
  const isSameMatter = a.kind === b.kind && a.raised.by.side === b.raised.by.side;
  return !isWithdrawn && isSameMatter && a.id !== b.id && sameAbout(a.about, b.about);
}
