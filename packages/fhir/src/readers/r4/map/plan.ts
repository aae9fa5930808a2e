import type { CarePlanEntry, Caution, Content } from '@ehch/clinical';
import { planClockStart } from '@ehch/clinical/rules';
import { comparePartialDates } from '@ehch/clinical/time';
import { CARE_AND_SUPPORT_PLAN, FRAME_CATEGORY } from '../../../codes/plans.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, conceptWords, firstWords } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import type { RecordedPlan } from '../../../recorded-view.ts';
import { joined, lines, words } from '../../../text.ts';
import { nameOf } from '../author.ts';
import { Cautions, cautionsFor } from '../cautions.ts';
import { fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { goals } from './goals.ts';
import { addressedBy, leaveOfPlan } from './named-record.ts';
import { isFirm } from './not-in-force.ts';
import { isFormOver, isOverInNotes } from './over-in-words.ts';
import { actionsOf } from './plan-actions.ts';
import { planLines } from './plan-lines.ts';
import { isReplacedInTurn } from './replaced.ts';
import { stayOf } from './stay.ts';
import { isProposal, isReplacedByPlan, planPurpose, proposalWords } from './wishes.ts';

/** R4 request-status of a CarePlan, as the plan section shows it. */
const STATUS = {
  draft: 'draft',
  active: 'active',
  'on-hold': 'on-hold',
  revoked: 'ended',
  completed: 'ended',
  'entered-in-error': 'unknown',
  unknown: 'unknown',
} as const satisfies { readonly [S in Held<'CarePlan'>['value']['status']]: CarePlanEntry['status'] };

/** Care plans, goals and the review clock. */
export function plan(record: PatientRecord): Content<RecordedPlan> {
  const held = record.all('CarePlan').filter((one) => planPurpose(one) === 'care');
  const plans = held.map((one) => planEntry(record, one)).toSorted(byStanding);
  const listed = goals(record);
  const clock = clockOf(record, held);
  const lines = planLines(record, listed);
  if ([plans, listed, lines].every(({ length }) => length === 0) && clock === null)
    return { kind: 'not-recorded' };
  return { kind: 'recorded', value: { plans, goals: listed, clock, lines } };
}

function planEntry(record: PatientRecord, held: Held<'CarePlan'>): CarePlanEntry {
  const { value } = held;
  const cautions = cautionsFor(held);
  record.show(held, 'plan');
  const status = isReplacedByPlan(record, held) ? 'ended' : STATUS[value.status];
  if (isProposal(held)) cautions.add('unconfirmed');
  if (status === 'active' && (isFormOver([value.title, categoryWords(held)]) || isOverInNotes(held)))
    cautions.add('contradicts-itself');
  const categories = categoryWords(held);
  const description = lines(value.description);
  const title = words(value.title) ?? categories ?? words(value.description) ?? 'Care plan';
  if (categories !== null && title !== categories && !isOwnCategory(held))
    cautions.leave('category', categories);
  if (isReplacedInTurn(record, held)) cautions.add('contradicts-itself');
  for (const reference of value.replaces ?? []) cautions.leave('replaces', nameOf(record, reference, held));
  leaveOfPlan(record, held, cautions);
  const actions = actionsOf(record, held, cautions);
  // The period of an active plan ends with its review. The period of an ended plan ends with the plan.
  const reviewBy = status === 'ended' ? null : readDate(value.period?.end, cautions);
  const on = firstDate([value.period?.start, value.created], cautions);
  const addressed = addressedBy(record, held, cautions);
  const proposed = proposalWords(held);
  return {
    ...fact(record, held, cautions, { on, by: [value.author] }),
    ...(addressed.length > 0 && { details: addressed }),
    title: joined([title, proposed === null ? null : `(${proposed})`]) ?? title,
    ...(description !== null && words(description) !== title && { description }),
    status,
    reviewBy,
    actions,
  };
}

/** The category that every frame of ours has says no more than that the plan is one. */
function isOwnCategory({ value: { category = [] } }: Held<'CarePlan'>): boolean {
  const [only, ...others] = category;
  return (
    others.length === 0 &&
    only?.text === FRAME_CATEGORY &&
    codesIn(only, SNOMED).includes(CARE_AND_SUPPORT_PLAN)
  );
}

/** The categories of a plan in words. A bare code counts only where no category has words. */
function categoryWords({ value }: Held<'CarePlan'>): string | null {
  const inWords = (value.category ?? []).map((concept) => {
    const cautions = new Set<Caution>();
    const said = conceptWords(concept, cautions);
    return cautions.has('code-only') ? null : said;
  });
  return joined([...new Set(inWords)], ', ') ?? firstWords(value.category, new Set());
}

/** [P] Words for the personalised care and support plan, for plans without its code. */
const PCSP = /\b(care and support plan|personalised care|pcsp)\b/i;

/**
 * The input of the review clock. The clock needs England's bank holidays, which the place configuration
 * provides: a due date counted across a holiday would be wrong. So without a place there is no clock.
 * If any part of the section was not read, `withoutClock` removes the clock later, once that is known.
 */
function clockOf(record: PatientRecord, held: readonly Held<'CarePlan'>[]): RecordedPlan['clock'] {
  const { place } = record.input;
  const stay = stayOf(record, new Cautions());
  if (place === undefined) return null;
  // Enhanced Health in Care Homes is England's. Where nobody has said which nation it is, nothing of one counts.
  if (place.nation !== 'england') return null;
  if (stay === null || stay.ended !== null || stay.isOver === true || stay.away !== null) return null;
  const plans = held.filter(
    (one) =>
      isPersonalisedPlan(one) &&
      !isProposal(one) &&
      isFirm(one.cautions) &&
      ['active', 'completed'].includes(one.value.status),
  );
  const admitted = stay.since;
  const returned = stay.returned?.on ?? null;
  if (planClockStart(admitted, returned) === null) return null;
  return {
    admitted,
    returned,
    // A plan that is made anew keeps the day on which it was first written, and begins again.
    plans: plans.flatMap(({ value }) =>
      [value.created, value.period?.start].map((date) => readDate(date, new Set())),
    ),
    bankHolidays: place.bankHolidays,
    bankHolidaysUntil: place.bankHolidaysUntil ?? null,
    today: record.today,
  };
}

/** Whether a plan is the personalised care and support plan, which stops the review clock. */
function isPersonalisedPlan({ value }: Held<'CarePlan'>): boolean {
  const coded = (value.category ?? []).some((concept) =>
    codesIn(concept, SNOMED).includes(CARE_AND_SUPPORT_PLAN),
  );
  return coded || PCSP.test(`${value.title ?? ''} ${firstWords(value.category, new Set()) ?? ''}`);
}

function byStanding(a: CarePlanEntry, b: CarePlanEntry): number {
  return Number(a.status === 'ended') - Number(b.status === 'ended') || comparePartialDates(a.on, b.on);
}
