import type { ResidentId } from '../../resident/identity.ts';
import type { Stamp, Stepped } from '../step.ts';
import type { FormSession } from './session.ts';
import type { FormSessions, SessionEffect } from './sessions.ts';
import { isListOf, listing, type Unfinished } from './unfinished.ts';

export function withUnfinished(
  sessions: FormSessions,
  unfinished: Unfinished,
): Stepped<FormSessions, SessionEffect> {
  return {
    session: unfinished === sessions.unfinished ? sessions : { ...sessions, unfinished },
    effects: [],
  };
}

export function withList(
  sessions: FormSessions,
  resident: ResidentId,
  port: string,
  stamp: Stamp,
): Stepped<FormSessions, SessionEffect> {
  const unfinished = listing(sessions.unfinished, resident, port, stamp);
  const effect = { kind: 'list-drafts', resident, port, asking: stamp.id } as const;
  return { session: { ...sessions, unfinished }, effects: [{ session: null, effect }] };
}

export function listedAgain(sessions: FormSessions, stamp: Stamp): Stepped<FormSessions, SessionEffect> {
  const { unfinished } = sessions;
  if (unfinished.state === 'not-asked') return { session: sessions, effects: [] };
  return withList(sessions, unfinished.resident, unfinished.port, stamp);
}

/** A form that left was kept only now: the list on screen was asked for before that, and has less of it. */
export function savedBehind(
  { session: sessions, effects }: Stepped<FormSessions, SessionEffect>,
  { id, resident, port }: FormSession,
  stamp: Stamp,
): Stepped<FormSessions, SessionEffect> {
  const isShown = port !== null && isListOf(sessions.unfinished, resident, port);
  if (!isShown || sessions.front?.id === id) return { session: sessions, effects };
  const again = listedAgain(sessions, stamp);
  return { session: again.session, effects: [...effects, ...again.effects] };
}
