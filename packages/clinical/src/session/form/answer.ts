import { answerItem } from '../../form/answer-item.ts';
import { answerOf } from '../../form/answer-of.ts';
import type { Answer, AnswerOrigin, AnswerValue, ItemKey } from '../../form/answer.ts';
import { setAssessedAt } from '../../form/decide.ts';
import { questionAt } from '../../form/question-at.ts';
import { addRow, removeRow, rowsAt } from '../../form/rows.ts';
import type { FormChange, FormState } from '../../form/state.ts';
import type { Author } from '../../recorded.ts';
import { instantOf, londonFields } from '../../time/london-fields.ts';
import type { LondonFields } from '../../time/london-fields.ts';
import { readInstant } from '../../time/london.ts';
import type { Stamp } from '../step.ts';
import type { FormEffect } from './effect.ts';
import { evaluated } from './evaluate.ts';
import type { FormGuards } from './guards.ts';
import { save } from './keep.ts';
import { refresh } from './refresh.ts';
import type { FormSession } from './session.ts';
import { andThen, changed, withEffects } from './stepped.ts';
import type { FormStepped } from './stepped.ts';
import { lockedBy } from './surroundings.ts';

/** How many answers a page may be behind when it hands back what it was told. */
const ECHOES = 20;

/** Who is answering: as the page says it, or as a person said it at this form. */
export function authorOf({ around, author }: FormSession): Author | null {
  return nameOf(around.author) === null ? (author ?? around.author) : around.author;
}

/** The name that somebody signs by; `null`: there is none, and blanks are none. */
export function nameOf(author: Author | null): string | null {
  return author?.name?.trim() || null;
}

/** When and by whom, as an answer carries it. */
export function signedBy(session: FormSession, { at }: Stamp): Pick<Answer, 'at' | 'by'> {
  return { at, by: authorOf(session) };
}

/** Whether an answer can be changed now: the form is open, nobody has died, and the page lets it be changed (A1). */
export function canChange(session: FormSession): session is FormSession & { readonly state: FormState } {
  return session.state !== null && session.phase.state === 'open' && lockedBy(session.around) === null;
}

export function answerQuestion(
  session: FormSession,
  key: ItemKey,
  values: readonly AnswerValue[] | null,
  from: AnswerOrigin,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  const before = session.state === null ? null : answerOf(session.state, key);
  // A text is handed over at a pause in typing and once more when its field is left: the same answer is no other one.
  if (from.kind === 'entered' && before?.state === 'given' && before.from.kind === 'entered') {
    if (JSON.stringify(before.values) === JSON.stringify(values)) return changed(session, {});
  }
  const given =
    values === null ? null : ({ state: 'given', values, from, ...signedBy(session, stamp) } as const);
  return answerWith(session, key, given, stamp, guards);
}

export function answerWith(
  session: FormSession,
  key: ItemKey,
  given: Answer | null,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  // A row may have gone between the drawing and the press (S2).
  if (session.state === null || questionAt(session.state, key) === null) return changed(session, {});
  const step = (state: FormState) => answerItem(state, key, given, stamp.at);
  return telling(change(session, step, stamp, guards), session, key);
}

export function confirm(session: FormSession, key: ItemKey, stamp: Stamp, guards: FormGuards): FormStepped {
  const given = session.state === null ? null : answerOf(session.state, key);
  return given?.state === 'given'
    ? answerWith(session, key, { ...given, confirmed: true }, stamp, guards)
    : changed(session, {});
}

export function changeRows(
  session: FormSession,
  group: ItemKey,
  row: string | null,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  const { state } = session;
  const rows = state === null ? null : rowsAt(state, group);
  if (rows === null || (row !== null && !rows.includes(row))) return changed(session, {});
  const step = (now: FormState) =>
    row === null ? addRow(now, group, stamp.at) : removeRow(now, group, row, stamp.at);
  return telling(change(session, step, stamp, guards), session, group);
}

/** When the person was seen, as it is typed on London's clock. Only what has been can have been seen. */
export function typeSeen(
  session: FormSession,
  part: keyof LondonFields,
  text: string,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  if (!canChange(session)) return changed(session, {});
  const fields = {
    ...(session.screen.seen ?? londonFields(session.state.draft.assessedAt)),
    [part]: text.trim(),
  };
  const seen = instantOf(fields);
  const isPast = seen !== null && (readInstant(seen) ?? Infinity) <= (readInstant(stamp.at) ?? 0);
  if (!isPast) return changed(session, { screen: { ...session.screen, seen: fields } }, { kind: 'announce' });
  const typed: FormSession = { ...session, screen: { ...session.screen, seen: null } };
  const moved = change(typed, (state) => setAssessedAt(state, seen, stamp.at), stamp, guards);
  return telling(
    andThen(moved, (next) => refresh(session, next, stamp.at)),
    session,
    null,
  );
}

/** One change of the answers: kept, worked out, and no signing of before any more. What is not taken changes nothing. */
export function change(
  session: FormSession,
  step: (state: FormState) => FormChange | null,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  if (!canChange(session)) return changed(session, {});
  const made = step(session.state);
  if (made === null || made.state.draft === session.state.draft) return changed(session, {});
  return take(session, made.state, stamp, guards);
}

function take(session: FormSession, state: FormState, stamp: Stamp, guards: FormGuards): FormStepped {
  const { drafts, screen, keep } = session;
  const taken: FormSession = {
    ...session,
    state,
    touched: true,
    signing: null,
    keep: { ...keep, overtaken: 0 },
    phase: { state: 'open', failure: null },
    drafts: { ...drafts, own: [state.draft, ...drafts.own].slice(0, ECHOES) },
    screen: { ...screen, copied: null, stopped: screen.stopped === 'few-answers' ? 'no' : screen.stopped },
  };
  return andThen(save(taken, state.draft, stamp, guards), (next) =>
    withEffects(evaluated(next), { kind: 'announce' }),
  );
}

/** One event for the page, where a press changed something. `key: null`: no one question. */
export function telling(stepped: FormStepped, before: FormSession, key: ItemKey | null): FormStepped {
  const { state, screen } = stepped.session;
  if (state === null || state.draft === before.state?.draft) return stepped;
  const at = key === null ? null : scoreAt(state, key);
  const told: FormEffect = {
    kind: 'tell-answered',
    answered: {
      key,
      answer: key === null ? null : answerOf(state, key),
      draft: state.draft,
      score: (at !== null && state.scores.get(at)) || null,
    },
  };
  const scored = {
    ...stepped.session,
    screen: { ...screen, scored: at ?? screen.scored, last: key ?? screen.last },
  };
  return { session: scored, effects: [...stepped.effects, told] };
}

/** The instrument's group that a question belongs to; `null`: none. */
export function scoreAt({ scores }: FormState, key: ItemKey): ItemKey | null {
  for (const [at, { instrument }] of scores) if (key.startsWith(`${instrument}/`)) return at;
  return null;
}
