import { answerOf } from '../../form/answer-of.ts';
import { asked, type AskedItem } from '../../form/asked.ts';
import type { Answer, ItemKey } from '../../form/answer.ts';
import type { Offer } from '../../form/offer.ts';
import type { FormState } from '../../form/state.ts';
import { tallyOf } from '../../form/to-ask.ts';
import { offersIn } from '../offers/offers-in.ts';
import { findAsked } from '../find-asked.ts';
import { saysTheSame } from '../same-answer.ts';
import { splitKey } from '../../form/key.ts';
import { readInstant } from '../../time/london.ts';
import { groupWords } from './group-words.ts';

/** How a group stands, for one line on screen. */
export interface GroupSummary {
  readonly state:
    /** Nothing in it applies now. */
    | 'nothing-asked'
    /** Nobody has said anything, and nothing is offered; or some of it is still to ask. */
    | 'to-ask'
    /** Nobody has said anything yet, and the record or the last assessment does. */
    | 'offered'
    /** Every question has an answer. */
    | 'answered'
    /** Every question has an answer, and each is taken over from the last assessment. */
    | 'as-last-time'
    /** Of every question somebody said why it was not assessed. */
    | 'not-assessed';
  /** How many questions are still to ask. */
  readonly toAsk: number;
  /** Of how many questions somebody said why they were not assessed. */
  readonly notAssessed: number;
  /** Those of them that the last such press set, in the order of the form: one press takes it back. */
  readonly lastNotAssessed: readonly ItemKey[];
  /** The offers that can be taken over now, as `takeOverAll` takes them. */
  readonly offers: readonly Offer[];
  /** The answers in words on one line: "Skin: Whole and healthy, 12-Oct-2026; …". Empty: nothing is answered. */
  readonly words: string;
}

/**
 * How a group or section stands.
 *
 * @param offers All offers of the form, as `offersFor` gives them.
 * @throws {EhchError} `bad-argument` where the form has no such item.
 */
export function groupSummary(state: FormState, group: ItemKey, offers: readonly Offer[]): GroupSummary {
  const { known, notAssessed, toAsk } = tallyOf(state, group);
  const open = offersIn(state, offers, group);
  const within = findAsked(asked(state), splitKey(group).id);
  return {
    state: stateOf(),
    toAsk,
    notAssessed,
    lastNotAssessed: within === null ? [] : lastNotAssessed(state, within),
    offers: open,
    words: within === null ? '' : groupWords(within, state),
  };

  function stateOf(): GroupSummary['state'] {
    if (known + toAsk === 0) return open.length > 0 ? 'offered' : 'nothing-asked';
    if (known === 0) return open.length > 0 ? 'offered' : 'to-ask';
    if (toAsk > 0) return 'to-ask';
    if (known === notAssessed) return 'not-assessed';
    return within !== null && answersIn(state, within).every((each) => isAsLastTime(each, offers))
      ? 'as-last-time'
      : 'answered';
  }
}

/** What one press set carries one moment. */
function lastNotAssessed(state: FormState, group: AskedItem): readonly ItemKey[] {
  const all = answersIn(state, group).flatMap(([key, { state: said, at }]) =>
    said === 'given' ? [] : [{ key, at: readInstant(at) ?? 0 }],
  );
  const last = Math.max(...all.map(({ at }) => at));
  return all.filter(({ at }) => at === last).map(({ key }) => key);
}

function isAsLastTime([key, answer]: readonly [ItemKey, Answer], offers: readonly Offer[]): boolean {
  if (answer.state !== 'given' || answer.from.kind !== 'accepted') return false;
  const { id } = splitKey(key);
  return offers.some((offer) => {
    if (offer.from !== 'last-assessment') return false;
    const said =
      offer.kind === 'answer'
        ? offer.item === key
          ? offer.values
          : null
        : offer.answers.find(({ item }) => item === id)?.values;
    return said !== undefined && said !== null && saysTheSame({ ...answer, values: said }, answer);
  });
}

function answersIn(state: FormState, item: AskedItem): readonly (readonly [ItemKey, Answer])[] {
  const { key, children, rows = [] } = item;
  const answer = answerOf(state, key);
  return [
    ...(answer === null ? [] : [[key, answer] as const]),
    ...[...children, ...rows.flatMap((row) => row.children)].flatMap((each) => answersIn(state, each)),
  ];
}
