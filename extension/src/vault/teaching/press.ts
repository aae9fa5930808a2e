import type { TeachPressed, Wanted } from '../../messages/teaching.ts';
import { askFor } from './ask-for.ts';
import {
  NOT_TEACHING,
  type AroundTeaching,
  type Teaching,
  type TeachingGuards,
  type TeachingStep,
} from './teaching.ts';

type On = Exclude<Teaching, { at: 'off' }>;

/** Takes what a person presses. A press that the screen does not have changes nothing. */
export function press(
  before: On,
  pressed: TeachPressed,
  around: AroundTeaching,
  guards: TeachingGuards,
): TeachingStep {
  const teaching = { ...before, pressed: around.ms };
  switch (pressed.press) {
    case 'stop':
      return { teaching: NOT_TEACHING, effects: [{ kind: 'end', origin: teaching.origin }] };
    case 'again':
      return again(teaching, around);
    case 'yes':
      return teaching.at === 'picked' ? yes(teaching, pressed.choice, around) : stay(before);
    case 'skip':
      return (teaching.at === 'picked' || teaching.at === 'asking') && isLeftOut(teaching.wanted)
        ? next(teaching, afterwards(teaching.wanted), around, [
            { kind: 'tell', message: { kind: 'uncover' } },
          ])
        : stay(before);
    case 'keep':
      return teaching.at === 'draft' ? keep(teaching, around) : stay(before);
    case 'look':
      return teaching.at === 'looks' ? look(teaching, around) : stay(before);
    case 'both-right':
      return teaching.at === 'looks' ? bothRight(teaching, around, guards) : stay(before);
  }
}

function again(teaching: On, { freshAsk: ask }: AroundTeaching): TeachingStep {
  switch (teaching.at) {
    case 'asking':
    case 'picked':
      return cover(askFor({ ...teaching, ask }, teaching.wanted));
    case 'draft':
    case 'wrong':
      // From the first place on, in the page as it stands now.
      return { teaching: askFor({ ...teaching, ask }, 'nhsNumber'), effects: [{ kind: 'inject' }] };
    case 'drafting':
    case 'looks':
    case 'confirmed':
      return stay(teaching);
  }
}

function yes(
  teaching: Extract<Teaching, { at: 'picked' }>,
  choice: number,
  around: AroundTeaching,
): TeachingStep {
  const { wanted, choices } = teaching;
  const chosen = choices[choice];
  if (chosen === undefined) return stay(teaching);
  const take = { kind: 'tell', message: { kind: 'take', wanted, choice } } as const;
  // One place may say both parts of a name.
  const isWholeName = wanted === 'family' && chosen.given !== null;
  return next(teaching, isWholeName ? null : afterwards(wanted), around, [take]);
}

/** The names only warn of a wrong person, so they may be left out. */
function isLeftOut(wanted: Wanted): boolean {
  return wanted === 'family' || wanted === 'given';
}

function afterwards(wanted: Wanted): Wanted | null {
  return ({ nhsNumber: 'dob', dob: 'family', family: 'given', given: null } as const)[wanted];
}

function next(
  { tab, origin, pressed }: On,
  wanted: Wanted | null,
  { freshAsk: ask }: AroundTeaching,
  effects: TeachingStep['effects'],
): TeachingStep {
  const taught = { tab, origin, pressed, ask };
  if (wanted === null)
    return {
      teaching: { at: 'drafting', ...taught },
      effects: [...effects, { kind: 'tell', message: { kind: 'draft', ask } }],
    };
  const asked = cover(askFor(taught, wanted));
  return { teaching: asked.teaching, effects: [...effects, ...asked.effects] };
}

function cover(teaching: Extract<Teaching, { at: 'asking' }>): TeachingStep {
  const { ask, wanted } = teaching;
  return { teaching, effects: [{ kind: 'tell', message: { kind: 'cover', ask, wanted } }] };
}

function keep(
  { tab, origin, pressed, template, reading }: Extract<Teaching, { at: 'draft' }>,
  { freshAsk: ask }: AroundTeaching,
): TeachingStep {
  return {
    teaching: {
      at: 'looks',
      tab,
      origin,
      pressed,
      ask,
      template,
      first: reading,
      second: null,
      isLooking: false,
      unproven: null,
      words: [],
    },
    effects: [{ kind: 'keep', state: 'draft', origin, template }],
  };
}

function look(teaching: Extract<Teaching, { at: 'looks' }>, { freshAsk: ask }: AroundTeaching): TeachingStep {
  return {
    teaching: { ...teaching, ask, second: null, isLooking: true, unproven: null, words: [] },
    effects: [{ kind: 'inject' }],
  };
}

function bothRight(
  teaching: Extract<Teaching, { at: 'looks' }>,
  { freshAsk: ask }: AroundTeaching,
  { differs }: TeachingGuards,
): TeachingStep {
  const { tab, origin, pressed, template, first, second, unproven, isLooking } = teaching;
  // Guard: a draft counts once it was seen to follow the person, in number and date of birth.
  if (first === null || second === null || isLooking || (differs && unproven !== null)) return stay(teaching);
  return {
    teaching: { at: 'confirmed', tab, origin, ask, pressed },
    effects: [
      { kind: 'keep', state: 'confirmed', origin, template },
      { kind: 'end', origin },
    ],
  };
}

function stay(teaching: Teaching): TeachingStep {
  return { teaching, effects: [] };
}
