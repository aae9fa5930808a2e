import type { About } from '../../thread/entry.ts';
import { openEscalation, type EscalationSession } from './session.ts';

/**
 * A new session about the right resident, with what was ticked and written about the wrong one (SPEC X8). What was measured
 * stays behind: the observations are signed under the wrong name, and have to be marked there.
 */
export function carriedTo(about: About, from: EscalationSession, hasSameName: boolean): EscalationSession {
  const { matter, seen, words, since, think, done, askedBy, presser } = from;
  const isRelative = askedBy.kind === 'relative';
  return {
    ...openEscalation(about, { matter, hasSameName }),
    seen,
    words,
    since,
    think,
    done,
    presser,
    // A relative of one resident is nobody to another.
    askedBy: isRelative ? { kind: 'presser' } : askedBy,
  };
}
