import { EVERY, listed } from '../../display/listed.ts';
import { plainText } from '../../display/plain-text.ts';
import { undisputedIn } from '../../resident/undisputed.ts';
import type { ResidentView } from '../../resident/view.ts';
import type { Instant } from '../../time/types.ts';
import type { Unlisted } from '../../thread/entry.ts';
import type { Advice } from '../advise.ts';
import type { AgreedNow, CprNow, Situation } from '../situation.ts';
import { backgroundLines } from './background-lines.ts';
import type { Caller } from './caller.ts';
import { recordedNews2Lines } from './recorded-news2.ts';
import { ended } from './section-line.ts';
import { callerLines, news2Lines, residentLines, roomLines, seenLines } from './situation-lines.ts';

/** A part of SBARD: situation, background, assessment, recommendation. The decision is what the other end says. */
export interface SbardPart {
  readonly part: 'situation' | 'background' | 'assessment' | 'recommendation';
  /** One sentence each, to be read aloud and ticked. */
  readonly lines: readonly string[];
}

export interface SbardInput {
  readonly caller: Caller;
  /** Whom it is about: a record, or what was typed about somebody who is not on the list. */
  readonly about: ResidentView | Unlisted;
  readonly situation: Situation;
  readonly agreed: AgreedNow;
  readonly advice: Advice;
  /** What somebody wrote. */
  readonly words: string;
  /** "breakfast", "10:30". `null`: not known. */
  readonly since: string | null;
  /** What the home thinks, in its words. */
  readonly think: string;
  /** What was done already. */
  readonly done: readonly string[];
  readonly now: Instant;
  /** The place has withdrawn NEWS2, so no score of it is said. */
  readonly isNews2Withdrawn?: boolean;
}

/** What to say on the telephone, in order (clinical rule 13.1). */
export function sbard(input: SbardInput): readonly SbardPart[] {
  const { caller, about, situation, agreed, words, since, now } = input;
  const isListed = 'sections' in about;
  const lastDays = agreed.lastDays;
  return [
    {
      part: 'situation',
      lines: [
        ...callerLines(caller),
        ...breathingLines(input.advice),
        ...(isListed ? listedLines(about, now) : unlistedLines(about)),
        ...seenLines(situation, words, since),
        // In the last days nobody goes by NEWS2 (clinical rule 13.2, step 0a).
        ...(lastDays ? [] : news2Lines(situation.observations, agreed.usual, input.isNews2Withdrawn)),
        ...(isListed && asksForRecorded(input) ? recordedNews2Lines(about, now) : []),
      ],
    },
    {
      part: 'background',
      lines: isListed ? backgroundLines(about) : ['There is no record here: say what you know of them.'],
    },
    { part: 'assessment', lines: assessmentLines(input) },
    { part: 'recommendation', lines: recommendationLines(input) },
  ];
}

function asksForRecorded({ situation, agreed, isNews2Withdrawn = false }: SbardInput): boolean {
  return situation.observations === null && !agreed.lastDays && !isNews2Withdrawn;
}

function listedLines(view: ResidentView, now: Instant): readonly string[] {
  const identity = undisputedIn(view, 'identity');
  return residentLines(identity, identity?.stay?.room ?? null, now);
}

function unlistedLines({ name, born, room }: Unlisted): readonly string[] {
  return [
    ended(`It is about ${name}, ${born === null ? 'date of birth not known' : `born ${born}`}`),
    'There is no record here, so nothing of this was checked.',
    ...roomLines(room),
  ];
}

/** What an ambulance service asks first (clinical rule 13.1). */
function breathingLines({ kind }: Advice): readonly string[] {
  const isFor999 = kind === 'danger' || kind === 'not-breathing';
  return isFor999 ? ['Say whether there is breathing, and whether they are awake.'] : [];
}

function cprDecided(cpr: CprNow | null): readonly string[] {
  return cpr?.state === 'do-not-attempt'
    ? ['There is a decision not to attempt CPR. It is about CPR only.']
    : [];
}

function assessmentLines({ think, done }: SbardInput): readonly string[] {
  const acts = done.map(plainText).filter((act) => act !== '');
  return [
    plainText(think) === ''
      ? 'Say what you think it is, or that you do not know.'
      : ended(`We think: ${think}`),
    acts.length === 0 ? 'Say what you have done already.' : ended(`We have already: ${listed(acts, EVERY)}`),
  ];
}

function recommendationLines({ advice, agreed }: SbardInput): readonly string[] {
  const until = 'Ask what should make you ring again, and when to repeat the observations.';
  const asked = askedFor(advice, agreed);
  return [...asked, 'Write down who said it, and when.', until];
}

function askedFor(advice: Advice, { isPlanRead }: AgreedNow): readonly string[] {
  const notRead = isPlanRead ? [] : ['We have not looked in the plan for this situation.'];
  switch (advice.kind) {
    case 'rung': {
      const { rung, instead } = advice;
      if (instead?.kind === 'plan')
        return [
          ended(`The agreed plan for ${instead.row.situation}: ${instead.row.words}`),
          ended(`Without the plan we would ask for this: ${instead.ladderSaid.words}`),
        ];
      return [ended(`We ask for this: ${rung.words}`), ...notRead];
    }
    case 'danger':
      return [...cprDecided(advice.cpr), 'We ask for an ambulance.'];
    case 'not-breathing':
      // "Not breathing or not responding" is one sign: who still breathes is treated, whatever was decided about CPR.
      return advice.cpr.state === 'do-not-attempt'
        ? [
            ...cprDecided(advice.cpr),
            'If there is breathing: we ask for an ambulance. If not: who should come?',
          ]
        : ['We ask for an ambulance.'];
    case 'expected':
      return ['This was expected. We ask what to do for comfort, and who comes.'];
    case 'nothing-yet':
      return ['Say what you need, and by when.'];
  }
}
