import type { Actor, ThreadEntry } from './entry.ts';
import type { Instant } from '../time/types.ts';
import { momentOf } from './moment-of.ts';
import type { Thread, ThreadPress } from './thread.ts';
import { pressOf } from './verbs/verb.ts';

/** That the resident has gone to hospital. */
export interface Gone {
  readonly by: Actor;
  readonly at: Instant;
  /** The last press of the other side since: whoever made it knows. `null`: nobody has said so. */
  readonly knownBy: ThreadPress | null;
}

/**
 * Whether the resident of a thread has gone to hospital. What this PC has not sent counts for whoever stands beside the
 * resident (SPEC E9). `null`: not, or the resident is here after all.
 */
export function goneOf({ entries, without, unsent = [] }: Thread): Gone | null {
  const told = entries.filter(({ id }) => !without.includes(id));
  // An unsent raising stands in both.
  const own = unsent.filter((one) => !entries.includes(one));
  return goneIn([...told, ...own], (one) => one.unsent === undefined);
}

/**
 * The same of presses in their order, of which those that no server is known to have stand last. What somebody pressed later
 * elsewhere came after those all the same. "Worse", or another worry, which was joined with this one, is pressed beside the
 * resident (session SPEC X14).
 */
export function goneIn(
  presses: readonly ThreadEntry[],
  isTold: (press: ThreadEntry) => boolean,
): Gone | null {
  const place = presses.findLastIndex(({ act }) => act.kind === 'went-to-hospital');
  const went = presses[place];
  if (went === undefined) return null;
  const since = presses.slice(place + 1);
  const elsewhere = isTold(went)
    ? []
    : presses.slice(0, place).filter((one) => momentOf(one) > momentOf(went));
  if ([...since, ...elsewhere].some(({ act }) => BESIDE_SOMEBODY.has(act.kind))) return null;
  const known = since.findLast(({ id, by }) => by.side !== went.by.side && hadOnScreen(id, went.id, since));
  return { by: went.by, at: went.pressedAt, knownBy: known === undefined ? null : pressOf(known) };
}

const BESIDE_SOMEBODY: ReadonlySet<ThreadEntry['act']['kind']> = new Set(['worse', 'raise']);

/**
 * Whether a press followed another on its author's own screen. A clock says less: who answers before a message has arrived knows
 * nothing of it.
 */
function hadOnScreen(press: string, before: string, since: readonly ThreadEntry[]): boolean {
  const seen = new Set([before]);
  for (const { id, after } of since) if (after !== null && seen.has(after)) seen.add(id);
  return seen.has(press);
}
