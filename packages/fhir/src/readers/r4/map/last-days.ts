import { formatDate, spanOf, type AgreedLimits, type LimitsDecision } from '@ehch/clinical';
import { conceptWords, firstWords, type ConceptLike } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import type { Unwritten } from '../../../recorded-view.ts';
import { joined, words } from '../../../text.ts';
import type { Reference } from '../datatypes.ts';
import { careFor } from '../care.ts';
import { byNewest, fact } from '../fact.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { LAST_DAYS_TITLE } from './limits-words.ts';
import { leaveOfPlan } from './named-record.ts';
import { notInForceToday, whyNotInForce } from './not-in-force.ts';
import { isReplaced, planPurpose } from './wishes.ts';

type LastDays = NonNullable<AgreedLimits['lastDays']>;
type Decision = Unwritten<LimitsDecision>;

interface LastDaysStory {
  /** The plan that is in force today. */
  readonly today: LastDays | null;
  /** Where none is: those that are a draft, are over or have not begun. */
  readonly others: readonly Decision[];
}

/** One record of the last days, from a CarePlan or a Flag. */
interface Row {
  readonly held: Held<'CarePlan' | 'Flag'>;
  readonly text: string | null;
  /** All that it is called, in any of its codings. */
  readonly names: readonly string[];
  readonly dates: readonly (string | undefined)[];
  readonly author: Reference | undefined;
}

/**
 * A last-days-of-life plan in force today; the plan's own words before the flag's. It stops scores from being shown, so any
 * doubt whether it is in force is a gap and no plan. One that is not in force silences nothing, and is told.
 */
export function lastDaysStory(record: PatientRecord): LastDaysStory {
  const plans = record.all('CarePlan').flatMap((held): readonly Row[] => {
    if (planPurpose(held) !== 'last-days') return [];
    const { title, description, category, created, period, author } = held.value;
    const text = joined([title, description], ': ') ?? firstWords(category, new Set());
    if (isReplaced(record, held)) return record.setAside(held, 'not-in-force');
    const names = namesOf([...(category ?? []), { text: title }]);
    return [{ held, text, names, dates: [created, period?.start], author }];
  });
  const flags = record.all('Flag').flatMap((held): readonly Row[] => {
    if (!isLastDaysFlag(held)) return [];
    const { code, period, author } = held.value;
    const text = conceptWords(code, new Set());
    return [{ held, text, names: namesOf([code]), dates: [period?.start], author }];
  });
  const inForce = (rows: readonly Row[]) =>
    rows
      .flatMap((row) => (standingOf(record, row) === 'today' ? [factOf(record, row)] : []))
      .toSorted(byNewest);
  const [today = null] = [...inForce(plans), ...inForce(flags)];
  const others = [...plans, ...flags].flatMap((row): readonly Decision[] => {
    const standing = standingOf(record, row);
    if (standing === 'today' || standing === 'unclear') return [];
    if (today !== null) return record.setAside(row.held, 'not-in-force');
    return [{ ...factOf(record, row), kind: 'other', text: `${wordsOf(row)}${standing.not}` }];
  });
  return { today, others };
}

/** [P] "Stopped: she recovered" beside the status "active": nobody here knows whether it runs. */
const OVER_IN_WORDS =
  /\b(?:stopped|ended|cancelled|withdrawn|discontinued|no longer|recovered|revers(?:ed|al))\b/i;

/** [P] A name that asks, or tells of somebody else or of another time. */
const DOUBTED =
  /\?|\b(?:possibl[ey]|probabl[ey]|suspected|believed|query|might|may be|likely|at risk|approaching|pending|past|previous(?:ly)?|former(?:ly)?|history|resolved|improved|mother|father|husband|wife|partner|not|no|declin\w*)\b/i;

/** Whether it holds today; `unclear`: nobody can tell, and it is refused. `not`: why it does not, in words. */
function standingOf(
  record: PatientRecord,
  { held, text, names }: Row,
): 'today' | 'unclear' | { readonly not: string } {
  const { status, period } = held.value;
  if (status === 'unknown') return unclear(record, held, 'status');
  if (status !== 'active')
    return { not: notInForceToday(whyNotInForce(status) ?? status.replaceAll('-', ' ')) };
  if (OVER_IN_WORDS.test(text ?? '') || names.some((name) => OVER_IN_WORDS.test(name) || DOUBTED.test(name)))
    return unclear(record, held, 'description');
  const from = readDate(period?.start, new Set());
  const to = readDate(period?.end, new Set());
  const [start, end] = [spanOf(from), spanOf(to)];
  if ((period?.start !== undefined && start === null) || (period?.end !== undefined && end === null))
    return unclear(record, held, 'period');
  if (from !== null && start !== null && start.from > record.today)
    return { not: `, from ${formatDate(from)}: not in force today` };
  if (to !== null && end !== null && end.to < record.today)
    return { not: `, until ${formatDate(to)}: past, not in force today` };
  return 'today';
}

function namesOf(concepts: readonly (ConceptLike | undefined)[]): readonly string[] {
  return concepts.flatMap((concept) =>
    [concept?.text, ...(concept?.coding ?? []).map(({ display }) => display)].flatMap(
      (text) => words(text) ?? [],
    ),
  );
}

function unclear(record: PatientRecord, held: Row['held'], path: string): 'unclear' {
  record.refuse(held, path === 'status' ? 'missing' : 'malformed', path);
  return 'unclear';
}

function factOf(record: PatientRecord, row: Row): LastDays {
  const { held, dates, author } = row;
  record.show(held, 'limits');
  const care = careFor(held);
  if (isHeld(held, 'CarePlan')) leaveOfPlan(record, held, care);
  const on = firstDate(dates, care);
  return { ...fact(record, held, care, { on, by: [author] }), text: wordsOf(row) };
}

function wordsOf({ text }: Row): string {
  return text ?? 'Last days of life';
}

export function isLastDaysFlag({ value }: Held<'Flag'>): boolean {
  return LAST_DAYS_TITLE.test(conceptWords(value.code, new Set()) ?? '');
}
