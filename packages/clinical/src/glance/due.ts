import { withDoubt } from '../display/doubt.ts';
import type { Caution, Recorded } from '../recorded.ts';
import type { PlanClock } from '../resident/plan.ts';
import type { SectionName } from '../resident/sections.ts';
import type { PartialDate } from '../time/types.ts';
import { undisputedIn } from '../resident/undisputed.ts';
import type { GlanceQuestion } from './glance-question.ts';
import { asPart, lowerFirst } from './part-of-sentence.ts';
import { isUnanswered } from './rules/unanswered.ts';
import { hasPassed } from './when-it-was.ts';
import { unreadIn } from '../unread-in.ts';

/** A task with a due date. */
export interface Due {
  /** The fact's id, followed by an index if one fact holds several tasks. */
  readonly fact: string;
  readonly section: SectionName;
  readonly text: string;
  readonly owner: string | null;
  readonly due: PartialDate;
  /** The record contradicts itself, or is dated before the birth: for how long it is due says nothing. */
  readonly isDoubted?: true;
}

/** Returns everything due that the record does not call done, whether or not the day has passed. */
export function dueIn(question: GlanceQuestion): readonly Due[] {
  return [...mattersDue(question), ...planDue(question), ...limitsDue(question)];
}

function mattersDue({ view, now }: GlanceQuestion): readonly Due[] {
  // An unanswered matter has its own line, and so has a promise that has passed.
  return (undisputedIn(view, 'open') ?? []).flatMap((matter): readonly Due[] => {
    const { id, text, owner, due, progress, proposed } = matter;
    const isAnswered = progress.state === 'answered';
    const by = isAnswered ? progress.promisedBy : due;
    const hasOwnLine = isUnanswered(matter) || (isAnswered && hasPassed(by, now));
    if (by === null || hasOwnLine || proposed === true) return [];
    // What was asked is not what comes: "worse than on Wednesday" is no appointment.
    const doubted = doubtOf(matter);
    return isAnswered
      ? [
          {
            fact: id,
            section: 'open',
            text: `what was promised for “${text}”`,
            owner: progress.by,
            due: by,
            ...doubted,
          },
        ]
      : [{ fact: id, section: 'open', text: withDoubt(asPart(text), matter), owner, due: by, ...doubted }];
  });
}

/** Reviews, actions and goals of current plans. An ended plan is not due, whatever dates it has. */
function planDue(question: GlanceQuestion): readonly Due[] {
  const value = undisputedIn(question.view, 'plan');
  if (value === null) return [];
  // A plan of unknown status may still be in force. One that nobody has confirmed is a proposal.
  const current = value.plans.filter(
    ({ status, cautions }) =>
      (status === 'active' || status === 'unknown') && !cautions.includes('unconfirmed'),
  );
  const entries = current.flatMap((plan): readonly Due[] => {
    const review = withDoubt(`review of ${lowerFirst(plan.title)}`, plan);
    const reviews = plan.reviewBy === null ? [] : [dueOf(plan.id, review, null, plan.reviewBy)];
    const actions = plan.actions.flatMap(({ text, owner, due, proposed }, index) =>
      due === null || proposed === true
        ? []
        : [dueOf(`${plan.id}/${index}`, withDoubt(asPart(text), plan), owner, due)],
    );
    return [...reviews, ...actions].map((one) => ({ ...one, ...doubtOf(plan) }));
  });
  const goals = value.goals.flatMap((goal) => {
    const { id, text, status, due } = goal;
    if (status !== 'current' || due === null) return [];
    return [{ ...dueOf(id, withDoubt(`goal: ${text}`, goal), null, due), ...doubtOf(goal) }];
  });
  return [...clockDue(question, value.clock), ...entries, ...goals];
}

/** EHCH: a plan within seven working days of admission or readmission. The text names what could change that day. */
function clockDue({ view, today }: GlanceQuestion, clock: PlanClock | null): readonly Due[] {
  if (clock === null || clock.met || today < clock.from) return [];
  const { plan } = view.sections;
  const words = [
    'the personalised plan',
    ...(clock.holidaysUnknown ? ['bank holidays not known'] : []),
    ...(plan.state === 'known' && unreadIn(plan).length > 0 ? ['not all plans read'] : []),
  ];
  return [dueOf(`clock/${clock.from}`, words.join(', '), null, clock.due)];
}

/** A CPR decision and its form are reviewed together, so one day makes one entry. */
function limitsDue({ view }: GlanceQuestion): readonly Due[] {
  const value = undisputedIn(view, 'limits');
  if (value === null) return [];
  const reviews = [
    ...value.cpr.map((one) => ({ ...one, what: 'CPR decision' })),
    ...value.documents
      .filter(({ status }) => status === 'current')
      .map((one) => ({ ...one, what: one.title })),
  ];
  const days = [...new Set(reviews.flatMap(({ reviewBy }) => reviewBy ?? []))];
  return days.map((due) => {
    const together = reviews.filter(({ reviewBy }) => reviewBy === due);
    const what = [...new Set(together.map((one) => withDoubt(one.what, one)))].join(' and ');
    // Beside one that nobody doubts, the day stands.
    const doubts = together.map(doubtOf);
    return {
      fact: together.map(({ id }) => id).join('+'),
      section: 'limits',
      text: `review of the ${what}`,
      owner: null,
      due,
      ...(doubts.every(({ isDoubted }) => isDoubted === true) && { isDoubted: true }),
    };
  });
}

const DOUBTS: readonly Caution[] = ['before-birth', 'contradicts-itself'];

function doubtOf({ cautions }: Pick<Recorded, 'cautions'>): Pick<Due, 'isDoubted'> {
  return cautions.some((caution) => DOUBTS.includes(caution)) ? { isDoubted: true } : {};
}

function dueOf(fact: string, text: string, owner: string | null, due: PartialDate): Due {
  return { fact, section: 'plan', text, owner, due };
}
