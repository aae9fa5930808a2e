import type { TaughtReading, WhyEnded } from '../../messages/teaching.ts';
import { askFor } from './ask-for.ts';
import { press } from './press.ts';
import {
  EVERY_TEACHING_GUARD,
  NOT_TEACHING,
  TAUGHT_FOR_MS,
  type AroundTeaching,
  type Teaching,
  type TeachingEffect,
  type TeachingEvent,
  type TeachingGuards,
  type TeachingStep,
} from './teaching.ts';
import { unprovenBy } from './unproven-by.ts';

type On = Exclude<Teaching, { at: 'off' }>;

/** Returns the next state of somebody who teaches a page, and its effects. What does not fit the state changes nothing. */
export function stepTeaching(
  teaching: Teaching,
  event: TeachingEvent,
  around: AroundTeaching,
  guards: TeachingGuards = EVERY_TEACHING_GUARD,
): TeachingStep {
  if (event.kind === 'begin') return begin(teaching, event, around);
  if (teaching.at === 'off') return stay(teaching);
  if (isOver(teaching, event, around, guards)) return finish(teaching, event, around);
  // Guard: an answer that comes late belongs to another question, and maybe to another person.
  if (guards.ask && 'ask' in event && event.ask !== teaching.ask) return stay(teaching);
  switch (event.kind) {
    case 'press':
      return press(teaching, event.pressed, around, guards);
    case 'ready':
      return ready(teaching);
    case 'lost':
      return lost(teaching, around, guards);
    case 'covered':
      return teaching.at === 'asking' ? stay({ ...teaching, isCovered: true }) : stay(teaching);
    case 'pick': {
      const { ticket, x, y } = event;
      const isAsked = teaching.at === 'asking' && ticket === teaching.ask && teaching.isCovered;
      if (guards.ticket && !isAsked) return stay(teaching);
      return { teaching, effects: [{ kind: 'tell', message: { kind: 'pick', ask: teaching.ask, x, y } }] };
    }
    case 'not-taken':
      return teaching.at === 'asking' ? notTaken(teaching, event, around) : stay(teaching);
    case 'picked':
      return teaching.at === 'asking' ? picked(teaching, event, around) : stay(teaching);
    case 'drafted':
      return drafted(teaching, event, around, guards);
    case 'looked':
      return looked(teaching, event, around);
    case 'not-here':
      return teaching.at === 'looks'
        ? stay({ ...teaching, ask: around.freshAsk, isLooking: false, unproven: 'not-here', words: [] })
        : stay(teaching);
    case 'locked':
    case 'tab-gone':
    case 'time':
      return stay(teaching);
  }
}

function begin(
  before: Teaching,
  { tab, origin, draft }: Extract<TeachingEvent, { kind: 'begin' }>,
  { ms, freshAsk: ask }: AroundTeaching,
): TeachingStep {
  const ended: readonly TeachingEffect[] =
    before.at === 'off' ? [] : [{ kind: 'end', origin: before.origin }];
  const taught = { tab, origin, ask, pressed: ms };
  if (draft !== null) {
    const looks = { ...taught, at: 'looks', template: draft, first: null, second: null } as const;
    return { teaching: { ...looks, isLooking: false, unproven: null, words: [] }, effects: ended };
  }
  return { teaching: askFor(taught, 'nhsNumber'), effects: [...ended, { kind: 'inject' }] };
}

/** Guard: under a lock, without its tab, and ten minutes after the last press nothing of anybody is kept. */
function isOver(teaching: On, event: TeachingEvent, { ms }: AroundTeaching, guards: TeachingGuards): boolean {
  if (event.kind === 'locked') return guards.lock;
  if (event.kind === 'tab-gone') return guards.tab && event.tab === teaching.tab;
  return guards.time && holdsPeople(teaching) && ms - teaching.pressed >= TAUGHT_FOR_MS;
}

function finish(teaching: On, event: TeachingEvent, around: AroundTeaching): TeachingStep {
  const isGone = event.kind === 'locked' || event.kind === 'tab-gone';
  const effects = [{ kind: 'end', origin: teaching.origin } as const];
  return { teaching: isGone ? NOT_TEACHING : wrong(teaching, 'time', around), effects };
}

/** Whether anything of a person can stand in a state. */
export function holdsPeople({ at }: Teaching): boolean {
  return at !== 'off' && at !== 'confirmed' && at !== 'wrong';
}

function ready(teaching: On): TeachingStep {
  const { ask } = teaching;
  if (teaching.at === 'asking' && !teaching.isCovered)
    return {
      teaching,
      effects: [{ kind: 'tell', message: { kind: 'cover', ask, wanted: teaching.wanted } }],
    };
  if (teaching.at === 'looks' && teaching.isLooking)
    return {
      teaching,
      effects: [{ kind: 'tell', message: { kind: 'look', ask, template: teaching.template } }],
    };
  return stay(teaching);
}

/** What was pointed at stands in the page that has gone. A kept draft does not, so it can be looked at on the next. */
function lost(teaching: On, around: AroundTeaching, { left }: TeachingGuards): TeachingStep {
  if (teaching.at === 'looks')
    return stay(
      teaching.isLooking
        ? { ...teaching, ask: around.freshAsk, isLooking: false, unproven: 'not-read' }
        : teaching,
    );
  if (!left || teaching.at === 'confirmed' || teaching.at === 'wrong') return stay(teaching);
  return {
    teaching: wrong(
      teaching,
      teaching.at === 'asking' && !teaching.isCovered ? 'no-script' : 'page-left',
      around,
    ),
    effects: [{ kind: 'end', origin: teaching.origin }],
  };
}

type Asking = Extract<Teaching, { at: 'asking' }>;

/** The cover has gone from the page. A press brings it back, so that a person reads first what went wrong. */
function notTaken(
  teaching: Asking,
  { why, text }: Extract<TeachingEvent, { kind: 'not-taken' }>,
  { freshAsk: ask }: AroundTeaching,
): TeachingStep {
  return stay({ ...teaching, ask, isCovered: false, trouble: { why, text } });
}

function picked(
  { wanted, ...taught }: Asking,
  { label, choices }: Extract<TeachingEvent, { kind: 'picked' }>,
  { freshAsk: ask }: AroundTeaching,
): TeachingStep {
  const { tab, origin, pressed } = taught;
  return stay({ at: 'picked', tab, origin, pressed, ask, wanted, label, choices });
}

function drafted(
  teaching: On,
  { template, reading, words }: Extract<TeachingEvent, { kind: 'drafted' }>,
  around: AroundTeaching,
  { whole }: TeachingGuards,
): TeachingStep {
  if (teaching.at !== 'drafting') return stay(teaching);
  const why = typeof template === 'string' ? template : whole && !isWhole(reading) ? 'not-whole' : null;
  if (typeof template === 'string' || why !== null)
    return {
      teaching: wrong(teaching, why ?? 'refused', around),
      effects: [{ kind: 'end', origin: teaching.origin }],
    };
  const { tab, origin, pressed } = teaching;
  return stay({ at: 'draft', tab, origin, pressed, ask: around.freshAsk, template, reading, words });
}

/** The real reader has read the page by the draft. Its first reading waits for one of somebody else. */
function looked(
  teaching: On,
  { reading, words }: Extract<TeachingEvent, { kind: 'looked' }>,
  { freshAsk: ask }: AroundTeaching,
): TeachingStep {
  if (teaching.at !== 'looks' || !teaching.isLooking) return stay(teaching);
  const next = { ...teaching, ask, isLooking: false, words };
  if (reading === null || !isWhole(reading))
    return stay({ ...next, unproven: reading === null ? 'nobody' : 'not-read' });
  if (teaching.first === null) return stay({ ...next, first: reading, unproven: null });
  return stay({ ...next, second: reading, unproven: unprovenBy(teaching.first, reading) });
}

function isWhole({ nhsNumber, born }: TaughtReading): boolean {
  return nhsNumber !== null && born !== null;
}

function wrong({ tab, origin, pressed }: On, why: WhyEnded, { freshAsk: ask }: AroundTeaching): Teaching {
  return { at: 'wrong', tab, origin, ask, pressed, why };
}

function stay(teaching: Teaching): TeachingStep {
  return { teaching, effects: [] };
}
