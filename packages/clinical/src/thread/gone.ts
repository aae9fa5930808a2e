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

/** Presses in their order: what the server is known to have, and what only this PC has. */
interface Presses {
  readonly told: readonly ThreadEntry[];
  readonly own: readonly ThreadEntry[];
}

/**
 * Whether the resident of a thread has gone to hospital. What this PC has not sent counts for whoever stands beside
 * the resident (SPEC E9).
 */
export function isGone(thread: Thread): boolean {
  return goingIn(pressesOf(thread)) !== null;
}

/** The same with who said so, and who knows. `null`: not, or the resident is here after all. */
export function goneOf(thread: Thread): Gone | null {
  return goneIn(pressesOf(thread));
}

function pressesOf({ entries, without, unsent = [] }: Thread): Presses {
  const told = entries.filter(({ id }) => !without.includes(id));
  // An unsent raising stands in both.
  return { told, own: unsent.filter((one) => !entries.includes(one)) };
}

/** The same of presses that stand in no thread yet. */
export function goneIn(presses: Presses): Gone | null {
  const going = goingIn(presses);
  if (going === null) return null;
  const { went, since } = going;
  const known = since.findLast(({ id, by }) => by.side !== went.by.side && hadOnScreen(id, went.id, since));
  return { by: went.by, at: went.pressedAt, knownBy: known === undefined ? null : pressOf(known) };
}

/** The press by which somebody has gone, and what was pressed since. */
interface Going {
  readonly went: ThreadEntry;
  readonly since: readonly ThreadEntry[];
}

/**
 * What only this PC has stands last, and what somebody pressed later elsewhere came after it all the same. "Worse", or
 * another worry, which was joined with this one, is pressed beside the resident (session SPEC X14).
 */
function goingIn({ told, own }: Presses): Going | null {
  const all = [...told, ...own];
  const place = all.findLastIndex(({ act }) => act.kind === 'went-to-hospital');
  const went = all[place];
  if (went === undefined) return null;
  const since = all.slice(place + 1);
  const elsewhere = own.includes(went) ? all.filter((one) => momentOf(one) > momentOf(went)) : [];
  return [...since, ...elsewhere].some(isBesideSomebody) ? null : { went, since };
}

function isBesideSomebody({ act: { kind } }: ThreadEntry): boolean {
  return kind === 'worse' || kind === 'raise';
}

/**
 * Whether a press followed another on its author's own screen. A clock says less: who answers before a message has
 * arrived knows nothing of it.
 */
function hadOnScreen(press: string, before: string, since: readonly ThreadEntry[]): boolean {
  const seen = new Set([before]);
  for (const { id, after } of since) if (after !== null && seen.has(after)) seen.add(id);
  return seen.has(press);
}
