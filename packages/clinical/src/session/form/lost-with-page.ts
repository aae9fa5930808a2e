import { isTyping, refusedEntries } from './entry.ts';
import type { FormSession } from './session.ts';

/**
 * Whether the answers or the signature of a session go when the page goes. `null`: nothing was answered since it was opened,
 * and what was true of its draft still is. Whoever closes or reloads the page is asked first: half a NEWS2 is done again, or not.
 */
export function isLostWithPage(session: FormSession): boolean | null {
  const { phase, touched, keep, takenBack } = session;
  switch (phase.state) {
    case 'loading':
    case 'load-failed':
      return null;
    case 'finishing':
    case 'withdrawing':
      return true;
    case 'finished':
      return !phase.isKept || phase.asked?.isKept === false || phase.asked?.state === 'on-its-way';
    case 'open': {
      if (takenBack?.isKept === false) return true;
      if (!touched && !isTyping(session)) return null;
      const { keeping, unkept } = keep;
      const isSafe = keeping.state === 'kept' && keeping.kept.where === 'device';
      // What was refused is in no draft: it stands in its field alone.
      return !isSafe || unkept !== null || refusedEntries(session).length > 0;
    }
  }
}
