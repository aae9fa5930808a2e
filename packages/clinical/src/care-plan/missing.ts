import type { AboutMe } from '../resident/about-me.ts';
import type { Section } from '../section.ts';
import type { CarePlan, LimitsRow, LimitsStrip, MissingPart, PlanBody } from './care-plan.ts';
import { scenariosWithout } from './scenarios.ts';
import { unreadIn } from '../unread-in.ts';

type Parts = Pick<CarePlan, 'limits' | 'aboutMe' | 'body' | 'contacts'>;

/**
 * What nobody has recorded, said plainly. A part that could not be read is not missing: nobody knows. What somebody declined is
 * not missing either. [P] Which parts a plan should have, after the PRSB headings of About Me, those of palliative and end-of-life
 * care (remembered), and the EHCH framework of November 2023 (clinical rule 12.2).
 */
export function missingIn({ limits, aboutMe, body, contacts }: Parts): readonly MissingPart[] {
  return [
    ...ofSection(limits, missingLimits({ rows: [], lastDays: null }), missingLimits),
    ...ofSection(aboutMe, NO_WORDS, missingWords),
    ...ofSection(body, NO_BODY, missingBody),
    ...ofSection(contacts, NO_CONTACTS, (found) => (found.length === 0 ? NO_CONTACTS : [])),
  ];
}

/** Of a section that was read. `none`: what is missing where nobody has recorded anything. */
function ofSection<T>(
  section: Section<T>,
  none: readonly MissingPart[],
  some: (value: T) => readonly MissingPart[],
): readonly MissingPart[] {
  if (section.state !== 'known') return [];
  // With a gap nobody knows whether a part is missing, or only was not read.
  if (unreadIn(section).length > 0) return [];
  const { content } = section;
  if (content.kind === 'recorded') return some(content.value);
  // "None" is somebody's statement, and records that disagree say more than nothing.
  return content.kind === 'not-recorded' ? none : [];
}

const NO_WORDS: readonly MissingPart[] = [
  { part: 'about-me', words: 'What matters to the resident, in their own words, is not recorded.' },
];
const NO_CONTACTS: readonly MissingPart[] = [{ part: 'contacts', words: 'Nobody to contact is recorded.' }];

function missingLimits({ rows }: LimitsStrip): readonly MissingPart[] {
  const has = (kind: LimitsRow['kind']) => rows.some((row) => row.kind === kind);
  const noCpr = {
    part: 'cpr',
    words: 'No decision about CPR is recorded here. That is not a decision for or against CPR.',
  } as const;
  return [
    ...(has('cpr') ? [] : [noCpr]),
    ...rows.filter(({ kind }) => kind === 'cpr' || kind === 'form').flatMap(missingOfOriginal),
    ...(has('preferred-place')
      ? []
      : [
          {
            part: 'preferred-place',
            words: 'Where the resident wants to be cared for, and to die, is not recorded.',
          } as const,
        ]),
  ];
}

function missingOfOriginal({ title, original }: LimitsRow): readonly MissingPart[] {
  return [
    ...((original?.at ?? null) === null
      ? [{ part: 'original', words: `${title}: where the signed original is kept is not recorded.` } as const]
      : []),
    ...((original?.sighted ?? null) === null
      ? [{ part: 'sighted', words: `${title}: nobody has recorded that they saw the original.` } as const]
      : []),
  ];
}

function missingWords({ entries }: AboutMe): readonly MissingPart[] {
  return entries.length === 0 ? NO_WORDS : [];
}

const UNWELL: MissingPart = {
  part: 'unwell',
  words: 'What to do if the resident becomes unwell is not recorded.',
};
/** Beside the rows that are there: each scenario without one. */
function missingScenarios({ unwell }: PlanBody): readonly MissingPart[] {
  if (unwell.length === 0) return [UNWELL];
  const without = scenariosWithout(unwell).map((one) => one.toLowerCase());
  return without.length === 0
    ? []
    : [{ part: 'unwell', words: `What to do is not recorded for: ${without.join(', ')}.` }];
}

const CONVERSATION: MissingPart = {
  part: 'conversation',
  words: 'Nobody has recorded whether the conversation about the future was offered.',
};
const GOAL: MissingPart = { part: 'goal', words: 'No goal of the resident’s own is recorded.' };
/** [P] A plan without the resident, or somebody who speaks for them, is visibly incomplete (clinical rule 12.2). */
const HELPED: MissingPart = {
  part: 'helped',
  words: 'Nobody has recorded that the resident, or somebody close, helped to make this plan.',
};
const REVIEW: MissingPart = { part: 'review', words: 'No day is set on which the plan is looked at again.' };
const NO_BODY: readonly MissingPart[] = [UNWELL, CONVERSATION, GOAL, HELPED, REVIEW];

function missingBody(body: PlanBody): readonly MissingPart[] {
  const hasReview =
    (body.frame?.fields.reviewBy ?? null) !== null ||
    body.otherPlans.some(({ status, reviewBy }) => status === 'active' && reviewBy !== null);
  const isDiscussed = body.conversation.some(({ state }) => state === 'in-force');
  return [
    ...missingScenarios(body),
    ...(isDiscussed ? [] : [CONVERSATION]),
    ...(body.goals.length > 0 || body.otherGoals.some(({ status }) => status === 'current') ? [] : [GOAL]),
    ...(body.helped.length > 0 ? [] : [HELPED]),
    ...(hasReview ? [] : [REVIEW]),
  ];
}
