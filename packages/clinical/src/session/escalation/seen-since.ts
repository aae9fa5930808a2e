import { signWords } from '../../escalation/sign-words.ts';
import type { EscalationSession } from './session.ts';

/** The danger signs that were pressed after everything that was sent, by id. Nobody else knows of them yet. */
export function seenSince({ raised, acts, seen }: EscalationSession): readonly string[] {
  if (raised?.entry.act.kind !== 'raise') return [];
  const { signs } = raised.entry.act;
  const told = acts.flatMap(({ entry }) => (entry.act.kind === 'worse' ? [entry.act.words] : []));
  return seen.dangers.filter(
    (sign) => !signs.includes(sign) && !told.some((words) => words.includes(signWords(sign))),
  );
}
