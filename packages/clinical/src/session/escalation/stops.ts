import type { EscalationSession } from './session.ts';

/** Why an escalation cannot be sent yet. */
export type EscalationStop =
  /** Nothing was ticked, written or worried about. One of these is enough (SPEC X2). */
  | 'nothing-said'
  /** Another resident has this name, and nobody has said that it is this one (SPEC X3). */
  | 'name-not-checked'
  /** An unlisted person without a name. */
  | 'no-name'
  /** Nobody has said who presses (SPEC X9). */
  | 'no-presser';

/** What stands in the way of sending; `null`: nothing. `presser`: the name of whoever would press. */
export function stopOf(session: EscalationSession, presser: string): EscalationStop | null {
  const { about, sameName } = session;
  if (about.kind === 'unlisted' && about.person.name.trim() === '') return 'no-name';
  if (!isSaid(session)) return 'nothing-said';
  if (sameName.exists && !sameName.isChecked) return 'name-not-checked';
  return presser.trim() === '' ? 'no-presser' : null;
}

function isSaid({ seen, words, observations, matter }: EscalationSession): boolean {
  const { dangers, signs, flags, isWorried } = seen;
  const isTicked = isWorried || dangers.length + signs.length + flags.length > 0;
  // A question about a medicine, or an item for the round, is its words.
  return words.trim() !== '' || (matter === 'worry' && (isTicked || observations !== null));
}
