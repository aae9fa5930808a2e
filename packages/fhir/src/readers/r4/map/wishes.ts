import { spanOf, type AgreedLimits, type Wish } from '@ehch/clinical';
import { conceptWords, firstWords } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import type { TextPart, Unwritten } from '../../../recorded-view.ts';
import { joined, words } from '../../../text.ts';
import type { Reference } from '../datatypes.ts';
import { careFor, type Care } from '../care.ts';
import { byNewest, cautionWhenPast, fact, isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { cprMeaning } from './cpr-words.ts';
import { isLimitsPlanTitle, LAST_DAYS_TITLE, WISHES_TITLE } from './limits-words.ts';
import { isFormOver } from './over-in-words.ts';
import { actionsOf } from './plan-actions.ts';
import { preferences } from './preferences.ts';

/** What a care plan is about, by its category and title. */
export function planPurpose(held: Held<'CarePlan'>): 'wishes' | 'last-days' | 'care' {
  const title = planTitle(held) ?? '';
  if (LAST_DAYS_TITLE.test(title)) return 'last-days';
  return WISHES_TITLE.test(title) || isLimitsPlanTitle(title) ? 'wishes' : 'care';
}

function planTitle({ value }: Held<'CarePlan'>): string | null {
  return joined([firstWords(value.category, new Set()), value.title]);
}

/** Her wishes: advance care plans and plans for emergencies that were not ended, and what she prefers to be done or not. */
export function wishes(record: PatientRecord): readonly Unwritten<Wish>[] {
  const plans = plansFor(record, 'wishes').flatMap((held) => fromPlan(record, held));
  return [...plans, ...preferences(record)].toSorted(byNewest);
}

/** What is neither active nor over, in words beside the wish. */
const STATUS_WORDS: Readonly<Record<string, string>> = {
  draft: 'a draft',
  'on-hold': 'on hold',
  unknown: 'not known whether it holds',
};

/** One that is not active, has not begun or is past its period says so. */
function fromPlan(record: PatientRecord, held: Held<'CarePlan'>): readonly Unwritten<Wish>[] {
  const { value } = held;
  const care = careFor(held);
  if (value.status !== 'active' || isProposal(held)) care.add('unconfirmed');
  if (value.status === 'active' && isFormOver([planTitle(held)])) care.add('contradicts-itself');
  const said = planWords(record, held, care);
  if (said === null) return record.refuse(held, 'missing', 'description');
  const start = readDate(value.period?.start, care);
  const end = readDate(value.period?.end, care);
  cautionWhenPast(end, record, care);
  const isAhead = isAfterNow(start, record);
  if (isAhead) care.add('future-dated');
  record.show(held, 'limits');
  const standing: readonly TextPart[] =
    isAhead && start !== null
      ? [', from ', { date: start }, ': not in force today']
      : care.has('past-its-date') && end !== null
        ? [', until ', { date: end }, ': past, not in force today']
        : [];
  const stated = value.status === 'active' ? said : `${said} (${STATUS_WORDS[value.status] ?? value.status})`;
  const text = standing.length === 0 ? stated : [stated, ...standing];
  return [{ ...fact(record, held, care, { on: dateOf(held, care), by: [value.author] }), text }];
}

/** What the plan says, and what is to be done by it. What it says about CPR stands in its own row. */
function planWords(record: PatientRecord, held: Held<'CarePlan'>, care: Care): string | null {
  const { title, description } = held.value;
  const named = isLimitsPlanTitle(planTitle(held) ?? '') && !WISHES_TITLE.test(planTitle(held) ?? '');
  const own = words(description) ?? words(title) ?? firstWords(held.value.category, new Set());
  const said = named && words(description) !== null ? joined([title, description], ': ') : own;
  const actions = actionsOf(record, held, care)
    .map(({ text }) => text)
    .filter((text) => cprMeaning(text) === null);
  return joined([said, ...actions], '; ');
}

/** R4 request-intent: somebody proposes it, and nobody has agreed to it. */
export function isProposal({ value: { intent } }: Held<'CarePlan'>): boolean {
  return intent === 'proposal' || intent === 'option';
}

type LastDays = NonNullable<AgreedLimits['lastDays']>;

/**
 * A last-days-of-life plan in force today, from a CarePlan or a Flag; the plan's own words before the flag's. It stops
 * scores from being shown, so any doubt whether it is in force is a gap and no plan.
 */
export function lastDays(record: PatientRecord): LastDays | null {
  const plans = plansFor(record, 'last-days').flatMap((held) => {
    const { title, description, category, created, period, author } = held.value;
    const text = joined([title, description], ': ') ?? firstWords(category, new Set());
    return lastDaysToday(record, held, text, [created, period?.start], author);
  });
  const flags = record.all('Flag').flatMap((held) => {
    if (!isLastDaysFlag(held)) return [];
    const { code, period, author } = held.value;
    return lastDaysToday(record, held, conceptWords(code, new Set()), [period?.start], author);
  });
  return plans.toSorted(byNewest)[0] ?? flags.toSorted(byNewest)[0] ?? null;
}

/** [P] "Stopped: she recovered" beside the status "active": nobody here knows whether it runs. */
const OVER_IN_WORDS = /\b(?:stopped|ended|cancelled|withdrawn|discontinued|no longer|recovered)\b/i;

function lastDaysToday(
  record: PatientRecord,
  held: Held<'CarePlan' | 'Flag'>,
  text: string | null,
  dates: readonly (string | undefined)[],
  author: Reference | undefined,
): readonly LastDays[] {
  const { status, period } = held.value;
  if (status === 'unknown') return record.refuse(held, 'missing', 'status');
  if (status !== 'active') return record.setAside(held, 'not-in-force');
  if (OVER_IN_WORDS.test(text ?? '')) return record.refuse(held, 'malformed', 'description');
  const [from, to] = [period?.start, period?.end].map((date) => spanOf(readDate(date, new Set())));
  if ((period?.start !== undefined && !from) || (period?.end !== undefined && !to))
    return record.refuse(held, 'malformed', 'period');
  if ((from && from.from > record.today) || (to && to.to < record.today))
    return record.setAside(held, 'not-in-force');
  record.show(held, 'limits');
  const care = careFor(held);
  const on = firstDate(dates, care);
  return [{ ...fact(record, held, care, { on, by: [author] }), text: text ?? 'Last days of life' }];
}

export function isLastDaysFlag({ value }: Held<'Flag'>): boolean {
  return LAST_DAYS_TITLE.test(conceptWords(value.code, new Set()) ?? '');
}

function plansFor(record: PatientRecord, purpose: 'wishes' | 'last-days'): readonly Held<'CarePlan'>[] {
  return record.all('CarePlan').filter((held) => {
    if (planPurpose(held) !== purpose) return false;
    const over = ['revoked', 'completed'].includes(held.value.status) || isReplaced(record, held);
    if (over) record.setAside(held, 'not-in-force');
    return !over;
  });
}

/** Whether a plan in force says that it replaces this one. */
export function isReplaced(record: PatientRecord, held: Held<'CarePlan'>): boolean {
  return record
    .all('CarePlan')
    .some(
      (other) =>
        other !== held &&
        other.value.status === 'active' &&
        !isAfterNow(other.value.period?.start ?? null, record) &&
        (other.value.replaces ?? []).some((reference) => record.resolve(reference, other) === held),
    );
}

function dateOf({ value }: Held<'CarePlan'>, care: Parameters<typeof readDate>[1]) {
  return firstDate([value.created, value.period?.start], care);
}
