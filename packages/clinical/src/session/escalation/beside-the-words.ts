import { ended } from '../../escalation/sbard/section-line.ts';
import { stands } from '../handing.ts';
import type { EscalationSession } from './session.ts';

/** Sentences one after another, with nobody's words changed. */
export function oneAfterAnother(parts: readonly string[]): string {
  return parts
    .filter((part) => part.trim() !== '')
    .reduce((all, part) => (all === '' ? part : `${all}${isEnded(all) ? '' : '.'} ${part}`), '');
}

function isEnded(text: string): boolean {
  return /[.!?…]$/.test(text.trimEnd());
}

/** What the home thinks and has done, as sentences that no press has carried yet. */
export function notedSince(session: EscalationSession): readonly string[] {
  const told = toldIn(session);
  return told === null ? [] : notedIn(session).filter((line) => !told.some((words) => words.includes(line)));
}

/** The same, whether or not anything was sent. */
export function notedIn({ think, done }: EscalationSession): readonly string[] {
  return [
    ...(think.trim() === '' ? [] : [ended(`We think: ${think}`)]),
    ...(done.trim() === '' ? [] : [ended(`Done already: ${done}`)]),
  ];
}

/** What was heard at the other end, as the call says it. */
export function heardWords({ decision: { words, by } }: EscalationSession): string {
  return [words, by.trim() === '' ? '' : `Said by: ${by}`].filter((one) => one.trim() !== '').join('. ');
}

/** Whether somebody wrote down what was decided, and no call has carried it yet. */
export function isHeardSince(session: EscalationSession): boolean {
  const heard = heardWords(session);
  if (heard === '' || toldIn(session) === null) return false;
  // What follows the words begins a sentence: "Visit" is not told by "Visit by five".
  const next = isEnded(heard) ? ' ' : '. ';
  return !session.acts
    .filter(stands)
    .some(
      ({ entry: { act } }) =>
        act.kind === 'call' && (act.words === heard || act.words.startsWith(`${heard}${next}`)),
    );
}

/** The words of what was sent on the thread; `null`: nothing was raised, or it was withdrawn and nothing follows it. */
function toldIn({ raised, acts }: EscalationSession): readonly string[] | null {
  const standing = acts.filter(stands);
  if (raised === null || standing.some(({ entry }) => entry.act.kind === 'withdraw')) return null;
  // What a port refused, nobody else has read.
  return [raised, ...standing].flatMap(({ entry: { act } }) => ('words' in act ? [act.words] : []));
}
