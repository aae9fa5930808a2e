import { plainText } from '../display/plain-text.ts';
import type { ResidentId } from '../resident/identity.ts';
import { readInstant } from '../time/london.ts';
import type { Clock, Instant } from '../time/types.ts';
import type { StaffRole } from './role.ts';

/** Somebody looks for a time at what their role withholds. */
export interface BrokenGlass {
  readonly resident: ResidentId;
  readonly reason: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** What the audit has to have before anybody sees more. */
export interface GlassAudit {
  readonly action: 'break-glass';
  readonly resident: ResidentId;
  readonly reason: string;
}

/** A request to break the glass: what is to be audited first, or why it is not done, in words. */
export type GlassAsked =
  | { readonly state: 'asked'; readonly audit: GlassAudit }
  | { readonly state: 'refused'; readonly why: string };

/** [P] Long enough to read a record at the bedside, and too short to forget it on a screen. */
export const GLASS_MINUTES = 15;

/** [P] "Found on the floor" has 18 characters. */
export const SHORTEST_REASON = 10;
const LONGEST_REASON = 500;

/** Asks to see what is withheld of one resident, with a reason in words. Nothing is shown by it. */
export function askToBreak(role: StaffRole, resident: ResidentId, reason: string): GlassAsked {
  if (!role.breaksGlass)
    return {
      state: 'refused',
      why: 'Your role here cannot open what is withheld. Ask whoever is in charge.',
    };
  const words = plainText(reason);
  const isSaid =
    words.length >= SHORTEST_REASON && words.length <= LONGEST_REASON && (words.match(WORD) ?? []).length > 1;
  return isSaid
    ? { state: 'asked', audit: { action: 'break-glass', resident, reason: words } }
    : { state: 'refused', why: 'Say in a few words why you need it. Whoever checks the audit reads them.' };
}

/** A word has letters: "..........", "1234567890" and "xxxxxxxxxx" give no reason. */
const WORD = /\p{L}{2,}/gu;

/**
 * Breaks the glass once the audit has it. Where the audit does not take it, this rejects and nothing is seen. The minutes count from
 * then on, by `clock`.
 *
 * @param note settles only when the audit event is kept
 */
export async function breakGlass(
  { audit }: Extract<GlassAsked, { state: 'asked' }>,
  note: (audit: GlassAudit) => Promise<void>,
  clock: Clock,
): Promise<BrokenGlass> {
  await note(audit);
  const from = clock();
  const { resident, reason } = audit;
  const until = new Date((readInstant(from) ?? Number.NaN) + GLASS_MINUTES * 60_000).toISOString();
  return { resident, reason, from, until };
}

/** Whether the glass is broken for this resident at a moment. A clock that was set back before it counts for nothing. */
export function glassHolds({ resident, from, until }: BrokenGlass, of: ResidentId, now: Instant): boolean {
  const [start, end, at] = [readInstant(from), readInstant(until), readInstant(now)];
  if (start === null || end === null || at === null) return false;
  // Guard: a value from storage, or from a page, may claim hours.
  const isOfOneLook = end - start <= GLASS_MINUTES * 60_000;
  return of === resident && isOfOneLook && start <= at && at < end;
}
