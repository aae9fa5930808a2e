import type { EscalationPress } from './action.ts';
import type { EscalationSession } from './session.ts';

/** What a person ticks and writes. After the raising, what was sent does not change: more is an entry of its own. */
export function fill(session: EscalationSession, press: EscalationPress): EscalationSession {
  const { seen } = session;
  switch (press.kind) {
    case 'tick-danger':
      return { ...session, seen: { ...seen, dangers: toggled(seen.dangers, press.sign, press.isTicked) } };
    case 'tick-flag':
      return { ...session, seen: { ...seen, flags: toggled(seen.flags, press.flag, press.isTicked) } };
    case 'tick-worry':
      return { ...session, seen: { ...seen, isWorried: press.isTicked } };
    case 'say-infection':
      return { ...session, seen: { ...seen, isInfectionPossible: press.isPossible } };
    case 'tick-sign': {
      const others = seen.signs.filter(({ id }) => id !== press.sign);
      // Whether it is usual, nobody has said yet. That is not "new", and not "usual".
      const sign = { id: press.sign, usual: 'not-known' } as const;
      return { ...session, seen: { ...seen, signs: press.isTicked ? [...others, sign] : others } };
    }
    case 'say-usual': {
      const signs = seen.signs.map((sign) =>
        sign.id === press.sign ? { ...sign, usual: press.usual } : sign,
      );
      return { ...session, seen: { ...seen, signs } };
    }
    case 'observe':
      return { ...session, observations: { assessment: press.assessment, now: press.now } };
    case 'choose-row':
      return { ...session, planRow: press.row };
    case 'choose-matter':
      return { ...session, matter: press.matter };
    case 'say-who-asks':
      return { ...session, askedBy: press.askedBy };
    case 'check-name':
      return { ...session, sameName: { ...session.sameName, isChecked: true } };
    case 'write':
      return written(session, press.field, press.text);
    default:
      return session;
  }
}

/** What belongs to the telephone call, which goes on after the raising. */
export function noteCall(session: EscalationSession, press: EscalationPress): EscalationSession {
  if (press.kind === 'say-line') return { ...session, said: toggled(session.said, press.line, press.isSaid) };
  return press.kind === 'write' ? written(session, press.field, press.text) : session;
}

function written(session: EscalationSession, field: string, text: string): EscalationSession {
  switch (field) {
    case 'decision':
      return { ...session, decision: { ...session.decision, words: text } };
    case 'decided-by':
      return { ...session, decision: { ...session.decision, by: text } };
    case 'presser':
      return { ...session, presser: text };
    case 'words':
      // What was sent stands as it was sent.
      return session.raised === null ? { ...session, words: text } : session;
    case 'more':
      return { ...session, more: text };
    case 'since':
      return { ...session, since: text };
    case 'think':
      return { ...session, think: text };
    case 'done':
      return { ...session, done: text };
    default:
      return session;
  }
}

function toggled<T>(list: readonly T[], one: T, isTicked: boolean): readonly T[] {
  const others = list.filter((each) => each !== one);
  return isTicked ? [...others, one] : others;
}
