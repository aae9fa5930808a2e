import { DANGER_SIGNS } from '../../escalation/danger-signs.ts';
import { RED_FLAGS } from '../../escalation/ladder.ts';
import { SOFT_SIGNS } from '../../instruments/soft-signs/soft-sign-list.ts';
import type { ThreadEntry } from '../../thread/entry.ts';
import type { Thread } from '../../thread/thread.ts';
import type { EscalationEffect } from './effect.ts';
import type { EscalationGuards } from './guards.ts';
import { acknowledgedBy, type EscalationStepped } from './raise.ts';
import { carriedIn, isBegun, signsIn } from './seen-since.ts';
import type { EscalationSession, HandedEntry } from './session.ts';

/**
 * Goes on with a thread that the home has raised, after a reload, a change of shift or at another PC. What no server is known to
 * have is handed over again under its own id: a port that has it knows it (SPEC X12).
 */
export function goOn(
  session: EscalationSession,
  thread: Thread,
  guards: EscalationGuards,
): EscalationStepped {
  const { entries, unsent = [] } = thread;
  const [root, ...later] = [...entries, ...unsent.filter((one) => !entries.includes(one))];
  const isFresh = session.raised === null && !isBegun(session);
  if (root?.act.kind !== 'raise' || !isFresh || !guards.mayGoOn(session, thread))
    return { session, effects: [] };
  const { matter, words, since, askedBy } = root.act;
  // A matter that was joined into this one was ticked about the same resident.
  const signs = signsIn([root, ...later]);
  const carried = later.flatMap(({ act }) => (act.kind === 'worse' ? carriedIn(act.words) : []));
  const asked = later.findLast(({ act }) => act.kind === 'worse') ?? root;
  return {
    session: {
      ...session,
      matter,
      seen: {
        dangers: DANGER_SIGNS.signs
          .map(({ id }) => id)
          .filter((id) => signs.includes(id) || carried.includes(id)),
        signs: SOFT_SIGNS.flatMap(([id]) =>
          id !== 'worry' && signs.includes(id) ? [{ id, usual: 'not-known' } as const] : [],
        ),
        flags: RED_FLAGS.map(({ id }) => id).filter((id) => signs.includes(id)),
        isWorried: signs.includes('worry'),
        isInfectionPossible: null,
      },
      words,
      since,
      askedBy,
      wentOnFrom: thread.id,
      raised: handedOf(root),
      acts: later.map(handedOf),
      waitsSince: asked.pressedAt,
    },
    effects: unsent.flatMap((entry): EscalationEffect[] => [
      { kind: 'enqueue', entry: handedOf(entry).entry },
      acknowledgedBy(entry.pressedAt),
    ]),
  };
}

function handedOf({ unsent, ...entry }: ThreadEntry): HandedEntry {
  if (unsent !== undefined) return { entry, handing: { state: 'on-its-way' } };
  const at = entry.receivedAt ?? entry.pressedAt;
  return { entry, handing: { state: 'told', receipt: { state: 'sent', at } } };
}
