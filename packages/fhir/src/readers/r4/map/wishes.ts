import { spanOf, type AgreedLimits, type Wish } from '@ehch/clinical';
import { conceptWords, firstWords } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import { joined, words } from '../../../text.ts';
import { byNewest, careFor, fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { LAST_DAYS_TITLE, WISHES_TITLE } from './limits-words.ts';

/** What a care plan is about, by its category and title. */
export function planPurpose({ value }: Held<'CarePlan'>): 'wishes' | 'last-days' | 'care' {
  const title = joined([firstWords(value.category, new Set()), value.title]) ?? '';
  if (LAST_DAYS_TITLE.test(title)) return 'last-days';
  return WISHES_TITLE.test(title) ? 'wishes' : 'care';
}

/** Her wishes, from advance care plans in force. */
export function wishes(record: PatientRecord): readonly Wish[] {
  return plansFor(record, 'wishes')
    .flatMap((held): readonly Wish[] => {
      const { value } = held;
      const care = careFor(held);
      if (value.status === 'draft') care.add('unconfirmed');
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
  const plans = plansFor(record, 'last-days').flatMap((held): readonly LastDays[] => {
    if (held.value.status === 'draft') return record.setAside(held, 'not-happened');
    if (held.value.status === 'unknown') return record.refuse(held, 'missing', 'status');
    if (held.value.status !== 'active') return record.setAside(held, 'not-in-force');
    if (!isToday(record, held)) return [];
    const care = careFor(held);
    record.show(held, 'limits');
    const text =
      joined([held.value.title, held.value.description], ': ') ??
      firstWords(held.value.category, care) ??
      'Last days of life';
    return [{ ...fact(record, held, care, { on: dateOf(held, care), by: [held.value.author] }), text }];
  });
  const flags = record.all('Flag').flatMap((held): readonly LastDays[] => {
    const { code, status, period, author } = held.value;
    if (!isLastDaysFlag(held)) return [];
    if (status !== 'active') return record.setAside(held, 'not-in-force');
    if (!isToday(record, held)) return [];
    const care = careFor(held);
    record.show(held, 'limits');
    const text = conceptWords(code, care) ?? '';
    return [{ ...fact(record, held, care, { on: readDate(period?.start, care), by: [author] }), text }];
  });
  const newest = (list: readonly LastDays[]) => list.toSorted(byNewest)[0];
  return newest(plans) ?? newest(flags) ?? null;
}

/** Whether the period of the record holds today; says why where it does not. */
function isToday(record: PatientRecord, held: Held<'CarePlan' | 'Flag'>): boolean {
  const { start, end } = held.value.period ?? {};
  const [from, to] = [start, end].map((text) => spanOf(readDate(text, new Set())));
  const isUnread = (start !== undefined && !from) || (end !== undefined && !to);
  if (isUnread) record.refuse(held, 'malformed', 'period');
  else if ((from && from.from > record.today) || (to && to.to < record.today))
    record.setAside(held, 'not-in-force');
  else return true;
  return false;
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
