import type { Stamp, Stepped } from '../step.ts';
import { sameAbout } from '../../thread/same-about.ts';
import { stands, type Handing } from '../handing.ts';
import type { ThreadEntry } from '../../thread/entry.ts';
import type { InboxDoes } from './action.ts';
import { actOf } from './compose.ts';
import type { InboxEffect } from './effect.ts';
import type { InboxGuards } from './guards.ts';
import { pressedOn, type InboxAct, type InboxSession } from './session.ts';
import { inboxStop } from './stops.ts';

export type InboxStepped = Stepped<InboxSession, InboxEffect>;

type Pressing = Extract<InboxDoes, { kind: 'attend' | 'join' | 'confirm' | 'send' }> & Stamp;

/** One press on a thread: an intent of its own. Whatever does not fit is none (SPEC I1–I4). */
export function pressOn(session: InboxSession, press: Pressing, guards: InboxGuards): InboxStepped {
  const { on } = press;
  const act = actIn(session, press, guards);
  // A relative is told also once it has closed (thread SPEC P9).
  const isOver = !on.isOpen && act?.kind !== 'told';
  const isNone =
    act === null ||
    isOver ||
    press.by.name.trim() === '' ||
    !guards.isOwn(session.scope, on) ||
    !guards.isOfSide(on, press.by.side, act) ||
    guards.isRepeated(session, on, act);
  if (isNone || session.pressed.some(({ entry }) => entry.id === press.id)) return { session, effects: [] };
  const before = pressedOn(session, on.id)
    .filter(stands)
    .findLast(({ entry }) => !on.entries.includes(entry.id));
  const entry: ThreadEntry = {
    id: press.id,
    thread: on.id,
    about: on.about,
    by: press.by,
    pressedAt: press.at,
    clockOffsetMs: press.clockOffsetMs,
    receivedAt: null,
    after: before?.entry.id ?? on.entries.at(-1) ?? on.id,
    act,
  };
  return {
    session: {
      ...session,
      composing: press.kind === 'send' ? null : session.composing,
      pressed: [...session.pressed, { entry, matter: on.matter, handing: { state: 'on-its-way' } }],
    },
    effects: [{ kind: 'enqueue', entry, matter: on.matter }],
  };
}

function actIn(session: InboxSession, press: Pressing, guards: InboxGuards): InboxAct | null {
  const { on, by, at } = press;
  switch (press.kind) {
    case 'attend':
      return press.act === 'worse' || press.act === 'better'
        ? { kind: press.act, words: '' }
        : { kind: press.act };
    case 'confirm':
      if (on.answer === null) return null;
      if (press.what === 'happened') return { kind: 'happened', answer: on.answer, words: '' };
      return on.tell === null ? null : { kind: 'told', answer: on.answer, whom: on.tell };
    case 'join': {
      const { into } = press;
      const isSameMatter = on.matter === into.matter && sameAbout(on.about, into.about) && into.isOpen;
      // Guard: two residents' matters never become one.
      return isSameMatter && on.resident === into.resident && on.id !== into.id
        ? { kind: 'join', into: into.id }
        : null;
    }
    case 'send': {
      const { composing } = session;
      if (composing === null || !guards.isOfThread(composing.on, on)) return null;
      return inboxStop(session, on, { presser: by.name, now: at, guards }) === null ? actOf(composing) : null;
    }
  }
}

/** Hands the same press over again, under the same id: a port that has it knows it (SPEC X5). */
export function handPressAgain(session: InboxSession, id: string): InboxStepped {
  const found = session.pressed.find(({ entry }) => entry.id === id);
  if (found?.handing.state !== 'not-known') return { session, effects: [] };
  return {
    session: withPressHanding(session, id, { state: 'on-its-way' }),
    effects: [{ kind: 'enqueue', entry: found.entry, matter: found.matter }],
  };
}

/** The session with what became of one press. */
export function withPressHanding(session: InboxSession, id: string, handing: Handing): InboxSession {
  return {
    ...session,
    pressed: session.pressed.map((one) => (one.entry.id === id ? { ...one, handing } : one)),
  };
}
