import { EhchError } from '../../errors.ts';
import { answerItem } from '../../form/answer-item.ts';
import { answerOf } from '../../form/answer-of.ts';
import type { Answer, AnswerValue, ItemKey } from '../../form/answer.ts';
import { instanceOf, rowsOf } from '../../form/engine/layout.ts';
import { settled } from '../../form/engine/settle.ts';
import { itemKey } from '../../form/key.ts';
import type { AnswerOffer, Offer, RowOffer } from '../../form/offer.ts';
import { addRow } from '../../form/rows.ts';
import type { FormChange, FormState } from '../../form/state.ts';
import type { Author } from '../../recorded.ts';
import type { Instant } from '../../time/types.ts';
import { saysTheSame } from '../same-answer.ts';
import { isInReach, rowSays } from './in-reach.ts';

/** When something was pressed, and by whom. */
export interface Pressed {
  readonly at: Instant;
  readonly by: Author | null;
}

/**
 * Takes one offer over: it becomes the answer, with the date and the source that it has. To a question that takes several
 * answers it is added. A row that says the same already is not made twice.
 *
 * @throws {EhchError} `bad-argument` where what it answers is not asked.
 */
export function takeOver(state: FormState, offer: Offer, pressed: Pressed): FormChange {
  if (!isInReach(state, offer))
    throw new EhchError('bad-argument', 'Only what the form asks now can be taken over.');
  return offer.kind === 'answer' ? takeAnswer(state, offer, pressed) : takeRow(state, offer, pressed);
}

/** What all offers of a group came to. */
export interface TakenOver extends FormChange {
  /** Those that were not taken, for a person to decide one by one: two that differ, or what the question does not take. */
  readonly left: readonly Offer[];
}

/**
 * Takes over every offer that a person was shown, and no other. No answer is replaced; where two offers differ about one
 * question, neither is taken.
 *
 * @param shown Exactly those that were on screen at the press.
 */
export function takeOverAll(state: FormState, shown: readonly Offer[], pressed: Pressed): TakenOver {
  let now = state;
  const touched = new Set<ItemKey>();
  let waiting = shown.filter((offer) => !isAnswered(state, offer) && !differs(offer, shown));
  const left = shown.filter((offer) => !isAnswered(state, offer) && differs(offer, shown));
  const refused: Offer[] = [];
  // Taking one over may ask the next question, so look again until nothing more is asked.
  for (;;) {
    const next = waiting.find((offer) => isInReach(now, offer));
    if (next === undefined) break;
    waiting = waiting.filter((offer) => offer !== next);
    if (isAnswered(now, next)) continue;
    const change = takeOver(now, next, pressed);
    if (change.refused === undefined) now = change.state;
    else refused.push(next);
    for (const key of change.touched) touched.add(key);
  }
  return { state: now, touched, left: [...left, ...refused, ...waiting] };
}

function takeAnswer(state: FormState, { item, values, ...offer }: AnswerOffer, pressed: Pressed): FormChange {
  const question = instanceOf(settled(state), item).node.item;
  const before = answerOf(state, item);
  const adds = 'repeats' in question && question.repeats && before?.state === 'given';
  const kept = adds ? before.values.filter((value) => !values.some((each) => isSame(each, value))) : [];
  return answerItem(state, item, accepted([...kept, ...values], offer, pressed));
}

function takeRow(state: FormState, offer: RowOffer, pressed: Pressed): FormChange {
  if (rowSays(state, offer)) return { state, touched: new Set() };
  const { list, answers } = offer;
  const free = freeRow(state, list);
  const added: FormChange = free === null ? addRow(state, list, pressed.at) : { state, touched: new Set() };
  const row = free ?? rowsIn(added.state, list).at(-1);
  if (row === undefined) return added;
  const touched = new Set(added.touched);
  let now = added.state;
  for (const { item, values } of answers) {
    const change = answerItem(now, itemKey(item, [row]), accepted(values, offer, pressed));
    // A row with a part missing would say something else than the record does.
    if (change.refused !== undefined) return { state, touched: new Set(), refused: change.refused };
    for (const key of change.touched) touched.add(key);
    now = change.state;
  }
  return { state: now, touched };
}

function accepted(
  values: readonly AnswerValue[],
  { recordedOn, source }: Pick<Offer, 'recordedOn' | 'source'>,
  { at, by }: Pressed,
): Answer {
  return { state: 'given', values, at, by, from: { kind: 'accepted', recordedOn, source } };
}

/** The first row of a list in which nobody has said anything. */
function freeRow(state: FormState, list: ItemKey): string | null {
  const group = instanceOf(settled(state), list);
  return (
    rowsOf(state.draft, group).find((row) =>
      group.children.every(({ key, rows }) => rows.at(-1) !== row || answerOf(state, key) === null),
    ) ?? null
  );
}

function rowsIn(state: FormState, list: ItemKey): readonly string[] {
  return rowsOf(state.draft, instanceOf(settled(state), list));
}

function isAnswered(state: FormState, offer: Offer): boolean {
  return offer.kind === 'answer' ? answerOf(state, offer.item) !== null : rowSays(state, offer);
}

/** Another offer says something else of the same question. */
function differs(offer: Offer, shown: readonly Offer[]): boolean {
  return (
    offer.kind === 'answer' &&
    shown.some(
      (other) =>
        other.kind === 'answer' && other.item === offer.item && !saysTheSame(given(other), given(offer)),
    )
  );
}

function given({ values }: AnswerOffer): Answer {
  return { state: 'given', values, at: '', by: null, from: { kind: 'entered' } };
}

function isSame(a: AnswerValue, b: AnswerValue): boolean {
  return a.type === b.type && a.value === b.value;
}
