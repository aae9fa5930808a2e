import { spanOf, type AgreedLimits, type Wish } from '@ehch/clinical';
import { conceptWords, firstWords } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import { joined, words } from '../../../text.ts';
import type { Reference } from '../datatypes.ts';
import { careFor } from '../care.ts';
import { byNewest, cautionWhenPast, fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { LAST_DAYS_TITLE, WISHES_TITLE } from './limits-words.ts';

/** What a care plan is about, by its category and title. */
export function planPurpose({ value }: Held<'CarePlan'>): 'wishes' | 'last-days' | 'care' {
  const title = joined([firstWords(value.category, new Set()), value.title]) ?? '';
  if (LAST_DAYS_TITLE.test(title)) return 'last-days';
  return WISHES_TITLE.test(title) ? 'wishes' : 'care';
}

/** Her wishes, from advance care plans that were not ended; one that is not active, or past its period, says so. */
export function wishes(record: PatientRecord): readonly Wish[] {
  return plansFor(record, 'wishes')
    .flatMap((held): readonly Wish[] => {
      const { value } = held;
      const care = careFor(held);
      if (value.status !== 'active') care.add('unconfirmed');
      cautionWhenPast(readDate(value.period?.end, care), record, care);
      const text = words(value.description) ?? words(value.note?.[0]?.text) ?? words(value.title);
      if (text === null) return record.refuse(held, 'missing', 'description');
      record.show(held, 'limits');
      return [{ ...fact(record, held, care, { on: dateOf(held, care), by: [value.author] }), text }];
    })
    .toSorted(byNewest);
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
    const over = ['revoked', 'completed'].includes(held.value.status);
    if (over) record.setAside(held, 'not-in-force');
    return !over;
  });
}

function dateOf({ value }: Held<'CarePlan'>, care: Parameters<typeof readDate>[1]) {
  return firstDate([value.created, value.period?.start], care);
}
