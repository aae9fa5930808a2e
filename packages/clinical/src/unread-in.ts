import type { Gap, Known } from './section.ts';

/**
 * The gaps into which something may have fallen. What the source does not keep at all is not unread: nothing of it is
 * there, and no later reading brings it.
 */
export function unreadIn({ gaps }: Pick<Known<unknown>, 'gaps'>): readonly Gap[] {
  return gaps.filter(({ why }) => why !== 'not-offered');
}
