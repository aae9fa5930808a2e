import type { Wanted } from '../../messages/teaching.ts';
import type { Teaching } from './teaching.ts';

type Asking = Extract<Teaching, { at: 'asking' }>;

/** Asks for the next place. It keeps nothing of the places before: they stand in the page alone. */
export function askFor(
  { tab, origin, ask, pressed }: Pick<Asking, 'tab' | 'origin' | 'ask' | 'pressed'>,
  wanted: Wanted,
): Asking {
  return { at: 'asking', tab, origin, ask, pressed, wanted, isCovered: false, trouble: null };
}
