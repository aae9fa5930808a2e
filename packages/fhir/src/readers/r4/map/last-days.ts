import type { AgreedLimits, LimitsDecision, Recorded } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import { daysBetween, isSurelyOlder, spanOf } from '@ehch/clinical/time';
import { conceptWords, firstWords, namesOf } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import type { Unwritten } from '../../../recorded-view.ts';
import { joined } from '../../../text.ts';
import type { Reference } from '../datatypes.ts';
import { cautionsFor } from '../cautions.ts';
import { byNewest, fact } from '../fact.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import {
  lastDaysEnded,
  lastDaysStatements,
  OVER_BY_A_NOTE,
  SCORES_SHOWN,
  type LastDaysStatement,
} from './last-days-statements.ts';
import { endInWords } from './end-in-words.ts';
import { DOUBTED, isOverInNote, LAST_DAYS_TITLE, OVER_IN_WORDS } from './limits-words.ts';
import { overWithVisit } from './flag-visit.ts';
import { leaveOfPlan } from './named-record.ts';
import { isFirm, notInForceToday, whyNotInForce } from './not-in-force.ts';
import { isProposal, isReplacedByPlan, planPurpose } from './wishes.ts';
import { hasPassed } from './passed.ts';

type LastDays = NonNullable<AgreedLimits['lastDays']>;
type Decision = Unwritten<LimitsDecision>;

/** What the record says about the last days of life. */
interface LastDaysStory {
  /** The plan in force today. `null`: there is none. */
  readonly today: LastDays | null;
  /** Without a plan in force: drafts, plans that are over, and plans that have not begun. */
  readonly others: readonly Decision[];
}

/**
 * Whether a record applies today. `unclear`: nobody can tell, so the record is refused. `not`: why it does
 * not apply, in words.
 */
type Standing = 'today' | 'unclear' | { readonly not: string; readonly isOver: boolean };

/** One CarePlan or Flag about the last days. */
interface Row {
  readonly held: Held<'CarePlan' | 'Flag'>;
  readonly text: string | null;
  readonly standing: Standing;
  readonly dates: readonly (string | undefined)[];
  readonly author: Reference | undefined;
}

/**
 * The last-days-of-life plan in force today. A plan comes before a flag, and a flag before any other record.
 * This plan stops scores from being shown. So any doubt whether it is in force leaves a gap and no plan. A
 * plan that is not in force hides nothing, and is shown.
 */
export function lastDaysStory(record: PatientRecord): LastDaysStory {
  const [plans, flags] = [planRows(record), flagRows(record)];
  const rows = [...plans, ...flags];
  const isEnded = lastDaysEnded(record);
  const statements = lastDaysStatements(record, isEnded);
  const denial = statements.find(({ says }) => says === 'no')?.told;
  const inForce = (some: readonly Row[]) =>
    some
      .filter(({ standing, held }) => standing === 'today' && !isEnded(held))
      .map((row) => factOf(record, row))
      .toSorted(byNewest);
  const planned = [...inForce(plans), ...inForce(flags)];
  const [plan] = planned.filter((one) => denial === undefined || isSurelyOlder(denial.on, one.on));
  const stated = statements.map((row) => ({ ...row, doubt: row.doubt || doubtOf(row, denial, rows) }));
  const yes = stated.find(({ says, doubt }) => says === 'yes' && doubt === '');
  const today = plan ?? yes?.told ?? null;
  const others = rows.flatMap((row): readonly Decision[] => {
    if (row.standing === 'unclear') return [];
    if (today !== null && isEnded(row.held)) return record.setAside(row.held, 'newer-shown');
    if (today !== null) return row.standing === 'today' ? [] : record.setAside(row.held, 'not-in-force');
    const not = row.standing === 'today' ? DENIED : row.standing.not;
    return [{ ...factOf(record, row), kind: 'about-last-days', text: `${wordsOf(row)}${not}` }];
  });
  const told = stated.flatMap((row): readonly Decision[] => {
    const isPassed = row.says === 'no' && today !== null && isSurelyOlder(row.told.on, today.on);
    if (isPassed) return record.setAside(row.held, 'newer-shown');
    // A problem is shown on the problem list.
    if (row.told !== today && !isHeld(row.held, 'Observation')) return [];
    record.show(row.held, 'limits');
    return row.told === today ? [] : [{ ...row.told, text: `${row.told.text}${row.doubt}` }];
  });
  return { today, others: [...told, ...others] };
}

const DENIED = `: another record says no, ${SCORES_SHOWN}`;

/**
 * Why other records cast doubt on a statement: one of the same time or later says no, or a plan for the last
 * days has ended since.
 */
function doubtOf(
  { told, says }: LastDaysStatement,
  denial: Recorded | undefined,
  rows: readonly Row[],
): string {
  if (says !== 'yes') return '';
  if (denial !== undefined && !isSurelyOlder(denial.on, told.on)) return DENIED;
  const isEnded = rows.some(
    ({ held, text, standing }) =>
      typeof standing === 'object' &&
      standing.isOver &&
      !isSurelyOlder(readDate(held.value.period?.end, new Set()) ?? endInWords(text), told.on),
  );
  return isEnded ? `: a plan for them is over, ${SCORES_SHOWN}` : '';
}

function planRows(record: PatientRecord): readonly Row[] {
  return record.all('CarePlan').flatMap((held): readonly Row[] => {
    if (planPurpose(held) !== 'last-days') return [];
    const { title, description, category, created, period, author } = held.value;
    const text = joined([title, description], ': ') ?? firstWords(category, new Set());
    if (isReplacedByPlan(record, held)) return record.setAside(held, 'not-in-force');
    const names = namesOf(...(category ?? []), { text: title });
    const standing = standingOf(record, { held, text, names });
    const doubt = standing === 'today' ? planDoubt(held) : null;
    const not = doubt === null ? standing : { not: `: ${doubt}, ${SCORES_SHOWN}`, isOver: false };
    return [{ held, text, standing: not, dates: [created, period?.start], author }];
  });
}

/** Why a plan for the last days may not apply, in words. `null`: no doubt. */
function planDoubt(held: Held<'CarePlan'>): string | null {
  if (isProposal(held)) return 'only proposed';
  return isOverInNote((held.value.note ?? []).map(({ text }) => text)) ? OVER_BY_A_NOTE : null;
}

function flagRows(record: PatientRecord): readonly Row[] {
  return record.all('Flag').flatMap((held): readonly Row[] => {
    if (!isLastDaysFlag(held)) return [];
    const { code, category, period, author } = held.value;
    const text = conceptWords(code, new Set());
    const over = overWithVisit(record, held, cautionsFor(held));
    const named = { held, text, names: namesOf(code, ...(category ?? [])) };
    const standing: Standing =
      over === null ? standingOf(record, named) : { not: notInForceToday(over), isOver: true };
    return [{ held, text, standing, dates: [period?.start], author }];
  });
}

/** [P] Days. The last days are days, so somebody may have forgotten to end an older plan. */
const RUNS_FOR_DAYS = 90;

/**
 * Whether a record applies today.
 * @param names all names of the record, in any of its codings
 */
function standingOf(
  record: PatientRecord,
  { held, text, names }: Pick<Row, 'held' | 'text'> & { readonly names: readonly string[] },
): Standing {
  const { status, period } = held.value;
  if (status === 'unknown') return unclear(record, held, 'status');
  if (status !== 'active')
    return {
      not: notInForceToday(whyNotInForce(status) ?? status.replaceAll('-', ' ')),
      isOver: status !== 'draft',
    };
  if (OVER_IN_WORDS.test(text ?? '') || names.some((name) => OVER_IN_WORDS.test(name) || DOUBTED.test(name)))
    return unclear(record, held, 'description');
  const from = readDate(period?.start, new Set());
  const to = readDate(period?.end, new Set());
  const [start, end] = [spanOf(from), spanOf(to)];
  if ((period?.start !== undefined && start === null) || (period?.end !== undefined && end === null))
    return unclear(record, held, 'period');
  if (from !== null && start !== null && start.from > record.today)
    return { not: `, from ${formatDate(from)}: not in force today`, isOver: false };
  if (to !== null && hasPassed(to, record))
    return { not: `, until ${formatDate(to)}: past, not in force today`, isOver: true };
  if (names.some((name) => hasPassed(endInWords(name), record)))
    return { not: notInForceToday('past'), isOver: true };
  const begun = to === null ? start : null;
  if (begun !== null && daysBetween(begun.to, record.today) > RUNS_FOR_DAYS)
    return { not: `: began more than ${RUNS_FOR_DAYS} days ago, ${SCORES_SHOWN}`, isOver: false };
  return isFirm(held.cautions) ? 'today' : { not: `: in doubt, ${SCORES_SHOWN}`, isOver: false };
}

function unclear(record: PatientRecord, held: Row['held'], path: string): 'unclear' {
  record.refuse(held, path === 'status' ? 'missing' : 'malformed', path);
  return 'unclear';
}

function factOf(record: PatientRecord, row: Row): LastDays {
  const { held, dates, author } = row;
  record.show(held, 'limits');
  const cautions = cautionsFor(held);
  if (isHeld(held, 'CarePlan')) leaveOfPlan(record, held, cautions);
  const on = firstDate(dates, cautions);
  return { ...fact(record, held, cautions, { on, by: [author] }), text: wordsOf(row) };
}

function wordsOf({ text }: Row): string {
  return text ?? 'Last days of life';
}

/** Whether a flag says that the resident is in the last days of life. */
export function isLastDaysFlag({ value }: Held<'Flag'>): boolean {
  return LAST_DAYS_TITLE.test(conceptWords(value.code, new Set()) ?? '');
}
