import { EhchError, type ResidentId } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { londonDate } from '@ehch/clinical/time';
import { cardBuilder, presentFacts } from '../cards/card-facts.ts';
import type { HomeState } from './home-state.ts';
import type { PullContext, StepEnd } from './pull-context.ts';

/** Cards in one step. */
const CARDS_AT_ONCE = 25;

/**
 * Builds cards that are missing, or of another release or day, from the copies on this device. It asks the server nothing.
 *
 * @param looks `daily`: which are missing is looked up once a day and leader, before anything is asked of the server, so that
 *   a new release has its cards without a network. `after-changes`: also when anything here has changed, as a change of a
 *   record erases its card
 * @returns `null` if every member has one, or the record says too little for one
 */
export async function buildNextCards(
  { copies, home, base, now, changeSeq }: PullContext,
  state: HomeState,
  looks: 'daily' | 'after-changes',
): Promise<StepEnd | null> {
  const at = now();
  const today = londonDate(at);
  const seen = looks === 'daily' ? state.cards.seen : await changeSeq();
  if (state.cards.day !== today || state.cards.seen !== seen) {
    const held = await copies.cards(home);
    const cards = new Map(held?.cards.map((card) => [card.resident, card]));
    const lack = (held?.members ?? [])
      .map(({ resident }) => resident)
      .filter((resident) => presentFacts(cards.get(resident), today) === null);
    state.cards = { day: today, seen, lack };
  }
  const { lack } = state.cards;
  if (lack.length === 0) return null;
  state.cards = { ...state.cards, lack: lack.slice(CARDS_AT_ONCE) };
  return build(copies, home, lack.slice(0, CARDS_AT_ONCE), cardBuilder(base, at));
}

async function build(
  copies: PullContext['copies'],
  home: string,
  residents: readonly ResidentId[],
  builder: ReturnType<typeof cardBuilder>,
): Promise<StepEnd> {
  try {
    await copies.buildCards(home, residents, builder);
  } catch (error) {
    // The list does without them: a full disk must not end the pull.
    if (!(error instanceof EhchError) || error.code !== 'not-kept') throw error;
    reportCaught(error, 'sync/cards');
  }
  return { state: 'did', residents: [], isDone: true };
}
