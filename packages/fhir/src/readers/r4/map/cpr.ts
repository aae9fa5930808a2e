import { isSurelyOlder } from '@ehch/clinical/time';
import type { CprDecision, LimitsDecision } from '@ehch/clinical';
import type { RecordedText, Unwritten } from '../../../recorded-view.ts';
import { atOnce, flatMapInSteps, type Steps } from '../../../steps.ts';
import { byNewest, fact } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { consentRows } from './cpr-consents.ts';
import { documentRows } from './cpr-documents.ts';
import { formRows } from './cpr-forms.ts';
import { isPending, standingOf, type CprRow } from './cpr-row.ts';
import { planRows } from './cpr-plans.ts';
import {
  conditionRows,
  flagRows,
  goalRows,
  observationRows,
  procedureRows,
  requestRows,
} from './cpr-sources.ts';
import { isOverInNotes } from './over-in-words.ts';
import { originalSeen, planOriginal } from './original.ts';
import { isFirm, isMadeSince, notInForceToday } from './not-in-force.ts';

/** All that the record says about CPR. */
export interface CprStory {
  /** Decisions in force today. */
  readonly decisions: readonly CprDecision[];
  /** Other statements about CPR: undecided, not understood, not yet begun, past, cancelled. */
  readonly statements: readonly Unwritten<LimitsDecision>[];
  /** The number of records about CPR that could not be understood. */
  readonly unclear: number;
}

/**
 * What the record says about CPR, newest first. A decision is in force from its start to its end. A firm
 * observation that is surely newer replaces an older one.
 * A decision that is unconfirmed, undecided, not understood, past or in the future replaces no other.
 */
export function cprStory(record: PatientRecord): CprStory {
  return atOnce(cprInSteps(record));
}

/** The same, giving way. */
export function* cprInSteps(record: PatientRecord): Steps<CprStory> {
  const story = STORIES.get(record) ?? (yield* readCprStory(record));
  STORIES.set(record, story);
  return story;
}

/**
 * Kept, because the section and its gaps both need it in each step of a view. Reading it means reading every
 * text of the record.
 */
const STORIES = new WeakMap<PatientRecord, CprStory>();

function* readCprStory(record: PatientRecord): Steps<CprStory> {
  const decided: DecidedRow[] = [];
  const others: CprRow[] = [];
  for (const row of yield* rowsOf(record)) {
    if (isOverInNotes(row.held)) row.cautions.add('contradicts-itself');
    const isDecision = row.reading === 'attempt' || row.reading === 'do-not-attempt';
    if (isDecision && standingOf(row, record) === 'today') decided.push(row as DecidedRow);
    else others.push(row);
  }
  const inForce = decided.filter((row) => !isReplaced(row, decided));
  const firm = inForce.filter(({ cautions }) => isFirm(cautions));
  const told = others.filter((row) => !isOverBy(row, firm, record));
  for (const row of [...inForce, ...told]) record.show(row.held, 'limits');
  for (const row of [...decided, ...others])
    if (!inForce.includes(row as DecidedRow) && !told.includes(row))
      record.setAside(row.held, 'not-in-force');
  return {
    decisions: inForce.map((row) => decisionOf(record, row)).toSorted(byNewest),
    statements: told.map((row) => statementOf(record, row)),
    unclear: told.filter(({ reading, notInForce }) => reading === 'unclear' && notInForce === null).length,
  };
}

type DecidedRow = CprRow & { readonly reading: CprDecision['decision'] };

function* rowsOf(record: PatientRecord): Steps<readonly CprRow[]> {
  return [
    ...flagRows(record),
    ...conditionRows(record),
    ...(yield* flatMapInSteps(record.all('Observation'), (held) => observationRows(record, held))),
    ...goalRows(record),
    ...requestRows(record),
    ...procedureRows(record),
    ...planRows(record),
    ...documentRows(record),
    ...consentRows(record),
    ...formRows(record),
  ];
}

/**
 * Whether a newer observation replaces this one. Other records have a status or a period that ends them; an
 * observation has only its date.
 */
function isReplaced(row: DecidedRow, decided: readonly DecidedRow[]): boolean {
  return (
    row.held.type === 'Observation' &&
    decided.some(
      (other) =>
        other.held.type === 'Observation' && isFirm(other.cautions) && isSurelyOlder(row.on, other.on),
    )
  );
}

/**
 * Whether a firm decision made since makes this statement unnecessary. That holds for an ended or cancelled
 * decision, and for an older discussion.
 * Everything else is shown: a statement that ended after the decision of today may be the end of that very
 * decision.
 */
function isOverBy(row: CprRow, firm: readonly DecidedRow[], record: PatientRecord): boolean {
  const end = row.until ?? row.on;
  const isOver = firm.some(({ on }) => isMadeSince(end, on));
  if (isPending(row)) return firm.some((other) => isSurelyOlder(row.on, other.on));
  if (row.notInForce !== null) return isOver;
  // A document adds nothing beside the decision that it contains.
  if (row.means !== undefined)
    return firm.some(({ reading }) => row.means?.every((one) => one === reading || one === 'unclear'));
  if (row.reading === 'unclear') return false;
  if (row.reading === 'undecided' || row.reading === 'form')
    return firm.some((other) => isSurelyOlder(row.on, other.on));
  return standingOf(row, record) === 'past' && isOver;
}

function decisionOf(
  record: PatientRecord,
  { held, part, cautions, on, by, until, reading, details = [] }: DecidedRow,
): CprDecision {
  const told = fact(record, held, cautions, { on, by, part });
  const own = planOriginal(held);
  const at = own?.['originalAt'] ?? null;
  return {
    ...told,
    ...(details.length > 0 && { details }),
    decision: reading,
    // A decision in force is to be reviewed when it ends.
    reviewBy: own?.['reviewBy'] ?? until,
    originalAt: at,
    ...originalSeen(held, { by: told.by?.name ?? null, on: told.on, at }),
  };
}

function statementOf(record: PatientRecord, row: CprRow): Unwritten<LimitsDecision> {
  const { held, cautions, on, by, part, details = [] } = row;
  const standing = standingOf(row, record);
  if (standing === 'past') cautions.add('past-its-date');
  if (standing === 'ahead') cautions.add('future-dated');
  return {
    ...fact(record, held, cautions, { on, by, part }),
    ...(details.length > 0 && { details }),
    kind: 'about-cpr',
    text: statementText(row, standing),
  };
}

const DECISION = { attempt: 'For CPR', 'do-not-attempt': 'Not for CPR' } as const;

/** A statement about CPR in words. It always says when it is not in force. */
function statementText(row: CprRow, standing: ReturnType<typeof standingOf>): RecordedText {
  const { reading, said, from, on, until, notInForce } = row;
  const end = notInForceToday(notInForce);
  if (reading === 'unclear') return `could not be understood, see the record: ${said}${end}`;
  if (reading === 'undecided') return `no decision: ${said}${end}`;
  if (reading === 'form') return `the decision itself is not said here: ${said}${end}`;
  const starts = from ?? on;
  if (standing === 'ahead' && starts !== null)
    return [`${DECISION[reading]}, from `, { date: starts }, ': not in force today'];
  const standsAs = notInForce === null ? ': past, not in force today' : end;
  return until === null
    ? `${DECISION[reading]}${end}`
    : [`${DECISION[reading]}, until `, { date: until }, standsAs];
}
