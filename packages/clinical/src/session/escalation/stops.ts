import type { EscalationSession } from './session.ts';

/** Why an escalation cannot be sent yet. */
export type EscalationStop =
  /** Nothing was ticked, written or worried about. One of these is enough (SPEC X2). */
  | 'nothing-said'
  /** Another resident has this name, and nobody has said that it is this one (SPEC X3). */
  | 'name-not-checked'
  /** An unlisted person without a name. */
  | 'no-name';

/** What stands in the way of sending; `null`: nothing. */
export function stopOf(session: EscalationSession): EscalationStop | null {
  const { about, sameName } = session;
  if (about.kind === 'unlisted' && about.person.name.trim() === '') return 'no-name';
  if (!isSaid(session)) return 'nothing-said';
  return sameName.exists && !sameName.isChecked ? 'name-not-checked' : null;
}

function isSaid({ seen, words, observations, matter }: EscalationSession): boolean {
  const { dangers, signs, flags, isWorried } = seen;
  const isTicked = isWorried || dangers.length + signs.length + flags.length > 0;
  // A question about a medicine, or an item for the round, is its words.
  return words.trim() !== '' || (matter === 'worry' && (isTicked || observations !== null));
}
