import { answerOf } from '../../form/answer-of.ts';
import type { Answer, AnswerValue, ItemKey, NotGiven } from '../../form/answer.ts';
import type { FormQuestion } from '../../form/definition.ts';
import { questionAt } from '../../form/question-at.ts';
import type { Stamp } from '../step.ts';
import { answerQuestion, answerWith, canChange, signedBy } from './answer.ts';
import { NO_ENTRY, withEntry } from './entry.ts';
import type { Entry, Typed } from './entry.ts';
import { fieldsOfAnswer, withText } from './fields.ts';
import type { Field } from './fields.ts';
import type { FormGuards } from './guards.ts';
import { isDoubt, readEntry, readText } from './read-entry.ts';
import type { FormSession } from './session.ts';
import { andThen, changed, withEffects } from './stepped.ts';
import type { FormStepped } from './stepped.ts';

/** One question with its answer, and what stands at it. */
interface Place {
  readonly key: ItemKey;
  readonly question: FormQuestion;
  readonly answer: Answer | null;
  readonly entry: Entry;
}

/** Something is typed into a field. It stands as it is typed, and is not read yet (N1). */
export function type(session: FormSession, key: ItemKey, field: Field, text: string): FormSession {
  const place = placeAt(session, key);
  if (place === null) return session;
  const { question, answer: over, entry } = place;
  const { doubt = null, isWithinDate = false } = entry.typed ?? {};
  const fields = withText(entry.typed?.fields ?? fieldsOfAnswer(question, over), field, text);
  return withEntry(session, key, { typed: { fields, last: field, over, doubt, isWithinDate } });
}

/** A field was left, or a unit chosen: the question is read. */
export function enter(
  session: FormSession,
  key: ItemKey,
  field: Field,
  text: string,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  return read(type(session, key, field, text), key, stamp, guards);
}

/** Reads what was typed and not handed over, of every question: before signing, and before the form leaves (N5). */
export function enterAll(session: FormSession, stamp: Stamp, guards: FormGuards): FormStepped {
  return [...session.entries.keys()].reduce(
    (stepped, key) => andThen(stepped, (next) => read(next, key, stamp, guards)),
    changed(session, {}),
  );
}

/** Typing pauses. Words are an answer, and stand in the field as they are typed. What is none yet is not said (N4). */
export function pause(session: FormSession, key: ItemKey, stamp: Stamp, guards: FormGuards): FormStepped {
  const place = placeAt(session, key);
  const typed = place?.entry.typed ?? null;
  if (place?.question.type !== 'text' || typed?.last.part !== 'text') return changed(session, {});
  const { values, doubt } = readEntry(place.question, typed.fields.answers, stamp.at);
  return doubt === null
    ? give(session, place, values, { ...typed, doubt: null }, stamp, guards)
    : changed(session, {});
}

/** An option is chosen, or taken away where several may be chosen. */
export function choose(
  session: FormSession,
  key: ItemKey,
  option: string,
  isChosen: boolean,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  const place = placeAt(session, key);
  if (place === null) return changed(session, {});
  const { question } = place;
  if (question.repeats !== true) {
    const value: AnswerValue =
      question.type === 'boolean'
        ? { type: 'boolean', value: option === 'true' }
        : { type: 'option', value: option };
    return give(session, place, [value], null, stamp, guards);
  }
  const chosen = new Set(chosenOf(place.answer));
  if (isChosen) chosen.add(option);
  else chosen.delete(option);
  return giveOptions(session, place, chosen, stamp, guards);
}

/** Why something was not assessed. Without a reason of its own, what stands in the field for it is the reason. */
export function enterNotAssessed(
  session: FormSession,
  key: ItemKey,
  { state, reason }: Pick<NotGiven, 'state' | 'reason'>,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  const words = reason ?? session.entries.get(key)?.typed?.fields.reason.trim() ?? '';
  const given = { state, reason: words === '' ? null : words, ...signedBy(session, stamp) };
  return answerWith(session, key, given, stamp, guards);
}

/** The focus left a question. Why a date is none yet is said from now on. */
export function leaveQuestion(session: FormSession, key: ItemKey): FormStepped {
  const typed = session.entries.get(key)?.typed;
  if (!typed?.isWithinDate) return changed(session, {});
  return changed(
    withEntry(session, key, { typed: { ...typed, isWithinDate: false } }),
    {},
    { kind: 'announce' },
  );
}

function placeAt(session: FormSession, key: ItemKey): Place | null {
  if (!canChange(session)) return null;
  const question = questionAt(session.state, key);
  if (question === null) return null;
  return { key, question, answer: answerOf(session.state, key), entry: session.entries.get(key) ?? NO_ENTRY };
}

/** Reads the field that was typed into last, with what belongs to it. */
function read(session: FormSession, key: ItemKey, stamp: Stamp, guards: FormGuards): FormStepped {
  const place = placeAt(session, key);
  const typed = place?.entry.typed ?? null;
  if (place === null || typed === null) return changed(session, {});
  const { question, answer: before } = place;
  switch (typed.last.part) {
    case 'other-words':
      return giveOptions(
        session,
        place,
        question.repeats === true ? new Set(chosenOf(before)) : new Set(),
        stamp,
        guards,
      );
    case 'reason':
      return readReason(session, place, typed, stamp, guards);
    default: {
      const { values, doubt, isWithinDate } = readEntry(question, typed.fields.answers, stamp.at);
      return give(
        session,
        place,
        values,
        doubt === null ? null : { ...typed, doubt, isWithinDate },
        stamp,
        guards,
      );
    }
  }
}

/** Words without a reason are kept until there is one, and nobody signs meanwhile: they would be lost (N6). */
function readReason(
  session: FormSession,
  { key, answer: before }: Place,
  typed: Typed,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  const reason = typed.fields.reason.trim();
  if (before !== null && before.state !== 'given') {
    const given = { ...before, reason: reason === '' ? null : reason, ...signedBy(session, stamp) };
    return answerWith(withEntry(session, key, { typed: null }), key, given, stamp, guards);
  }
  const waiting = reason === '' ? null : { ...typed, doubt: { kind: 'no-reason' } as const };
  return changed(withEntry(session, key, { typed: waiting }), {}, { kind: 'announce' });
}

/** Options, in the order of the form, and the words beside them. */
function giveOptions(
  session: FormSession,
  place: Place,
  chosen: ReadonlySet<string>,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  const { question, entry } = place;
  const options = question.options?.filter(({ value }) => chosen.has(value)) ?? [];
  const { otherWords } = entry.typed?.fields ?? fieldsOfAnswer(question, place.answer);
  const words = question.type === 'open-choice' ? readText(question, otherWords, stamp.at) : null;
  const doubt = isDoubt(words) ? words : null;
  const values: readonly AnswerValue[] = [
    ...options.map(({ value }) => ({ type: 'option', value }) as const),
    ...(words === null || isDoubt(words) ? [] : [words]),
  ];
  const typed = entry.typed === null || doubt === null ? null : { ...entry.typed, doubt };
  return give(session, place, values, typed, stamp, guards);
}

/** An entry that comes to nothing leaves no earlier answer in force; where there is none, nothing has happened (N2). */
function give(
  session: FormSession,
  { key, answer: before, entry }: Place,
  values: readonly AnswerValue[],
  typed: Typed | null,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  const read = withEntry(session, key, { typed });
  const given =
    values.length === 0 && before === null
      ? changed(read, {})
      : answerQuestion(read, key, values.length === 0 ? null : values, { kind: 'entered' }, stamp, guards);
  const { state } = given.session;
  // The answer was made of the text, which stays beside it.
  const over = state === null ? null : answerOf(state, key);
  const made =
    typed === null
      ? given
      : andThen(given, (next) => changed(withEntry(next, key, { typed: { ...typed, over } }), {}));
  const isSaid = (entry.typed?.doubt ?? null) !== (typed?.doubt ?? null);
  return isSaid ? withEffects(made, { kind: 'announce' }) : made;
}

function chosenOf(answer: Answer | null): readonly string[] {
  const values = answer?.state === 'given' ? answer.values : [];
  return values.flatMap((value) => (value.type === 'option' ? [value.value] : []));
}
