import { DANGER_SIGNS } from '../../escalation/danger-signs.ts';
import type { DangerSign } from '../../escalation/ladder.ts';
import type { ThreadEntry } from '../../thread/entry.ts';
import { stands } from '../handing.ts';
import { isHeardSince, notedSince } from './beside-the-words.ts';
import type { EscalationSession, HandedEntry } from './session.ts';

/** The danger signs that were pressed after everything that was sent, by id. Nobody else knows of them yet. */
export function seenSince({ raised, acts, seen }: EscalationSession): readonly string[] {
  if (raised === null) return [];
  // What a port refused, nobody else has read.
  const sent = [raised, ...acts.filter(stands)].map(({ entry }) => entry);
  const signs = signsIn(sent);
  const told = sent.flatMap(({ act }) => (act.kind === 'worse' ? [act.words] : []));
  return seen.dangers.filter(
    (sign) => !signs.includes(sign) && !told.some((words) => carriedIn(words).includes(sign)),
  );
}

/**
 * The danger signs with which the words of a "worse" begin, because it carries them. A sign that somebody only writes about, as in
 * "no longer choking", was pressed by nobody.
 */
export function carriedIn(words: string): readonly DangerSign[] {
  const found: DangerSign[] = [];
  for (let rest = words; ; rest = rest.slice(', '.length)) {
    const sign = DANGER_SIGNS.signs.find(({ text }) => rest.startsWith(text));
    if (sign === undefined) return [];
    found.push(sign.id);
    rest = rest.slice(sign.text.length);
    if (rest === '' || rest.startsWith('.')) return found;
    if (!rest.startsWith(', ')) return [];
  }
}

/** Every sign that was ticked for a matter, by id: of the raising, and of what was joined into it. */
export function signsIn(entries: readonly ThreadEntry[]): readonly string[] {
  return entries.flatMap(({ act }) => (act.kind === 'raise' ? act.signs : []));
}

/** The signed observations that are in no press on the thread yet; `null`: none. Nobody else knows that they belong to it. */
export function observedSince({ raised, acts, observations }: EscalationSession): string | null {
  if (raised === null || observations === null) return null;
  const isIn = ({ entry: { act } }: HandedEntry) =>
    'observations' in act && act.observations === observations.assessment;
  return [raised, ...acts.filter(stands)].some(isIn) ? null : observations.assessment;
}

/** Whether something stands on this screen that no press has carried, so that leaving would lose it (SPEC X7). */
export function isUntold(session: EscalationSession): boolean {
  const isSince = seenSince(session).length > 0 || observedSince(session) !== null;
  return isSince || notedSince(session).length > 0 || isHeardSince(session);
}

/** Whether somebody has typed or ticked something beyond the worry, so that leaving would lose it (SPEC X7). */
export function isBegun(session: EscalationSession): boolean {
  const { seen, words, more, since, think, done, decision, observations } = session;
  const typed = [words, more, since, think, done, decision.words, decision.by];
  const ticked = seen.dangers.length + seen.signs.length + seen.flags.length;
  return ticked > 0 || observations !== null || typed.some((text) => text.trim() !== '');
}
