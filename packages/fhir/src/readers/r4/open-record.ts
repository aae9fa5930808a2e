import { londonDate, type SectionName } from '@ehch/clinical';
import type { BuildViewInput } from '../../build-view-input.ts';
import { isObject, textAt, type Entry, type JsonObject } from '../../entry.ts';
import { isTooDeep } from '../../json.ts';
import type { Account, AccountRow, LedgerOutcome } from '../../ledger.ts';
import { readTarget } from '../../reference.ts';
import { versionShownBy } from '../../fhir-version.ts';
import { isResourceType } from '../../sections.ts';
import { hold } from './hold.ts';
import { addressOfPatient, isAskedFor, type PatientAddress } from './patient-address.ts';
import type { Held, PatientRecord, Unread } from './record.ts';
import { inOwnOrder, type PlacedEntry } from './own-order.ts';
import { resolverOf } from './resolve.ts';
import { isReadableType, RESOURCES, type ReadableType } from './resources/index.ts';
import { ownReason } from './set-aside.ts';
import { belongingOf } from './subject.ts';
import { compareVersions, keyOf } from './versions.ts';

export interface OpenRecord {
  readonly record: PatientRecord;
  /** What became of each entry. Whole once the sections have been made. */
  readonly account: Account;
}

interface Row extends AccountRow {
  /** Where it stood in the input, whose order the account follows. */
  readonly place: number;
  readonly raw: JsonObject | null;
  readonly key: string;
  outcome: LedgerOutcome | null;
  /** It may be about the resident after all: it names nobody, or her id on another server. */
  doubt: boolean;
  held: Held | null;
  isSupport: boolean;
}

/** Sorts everything that was found: read and about this resident, or not, and then why not. */
export function openRecord(entries: readonly Entry[], input: BuildViewInput): OpenRecord {
  const rows = inOwnOrder(entries).map(toRow);
  dropOlderVersions(rows);
  const own = ownPatientRow(rows, input.patient);
  const address = addressOfPatient(input.patient, own?.entry.fullUrl ?? null, own?.raw ?? null);
  for (const row of rows) if (row.outcome === null) read(row, row === own, address);

  const byType = new Map<string, Held[]>();
  for (const { held } of rows) {
    const list = held && byType.get(held.type);
    if (list) list.push(held);
    else if (held !== null) byType.set(held.type, [held]);
  }
  const shown = new Map<Held, Set<SectionName>>();
  const marks = new Map<Held, LedgerOutcome>();
  const mark = (held: Held, outcome: LedgerOutcome): readonly never[] => {
    marks.set(held, outcome);
    return [];
  };
  const record: PatientRecord = {
    input,
    today: londonDate(input.now),
    patient: (byType.get('Patient')?.[0] as Held<'Patient'> | undefined) ?? null,
    rawPatient: own?.raw ?? null,
    unread: () => rows.flatMap((row) => unreadOf(row, marks)),
    all: <T extends ReadableType>(type: T) =>
      (byType.get(type) ?? []) as readonly Held[] as readonly Held<T>[],
    resolve: resolverOf(rows.flatMap(({ held }) => (held === null ? [] : [held]))),
    show: (held, section) => void shown.set(held, (shown.get(held) ?? new Set()).add(section)),
    setAside: (held, why) => mark(held, { state: 'set-aside', why }),
    refuse: (held, why, path) => mark(held, { state: 'unreadable', why, path }),
  };
  const asGiven = rows.toSorted((a, b) => a.place - b.place);
  return { record, account: { rows: asGiven, shown, marks } };
}

function toRow({ entry, place }: PlacedEntry, position: number): Row {
  const raw = isObject(entry.resource) ? entry.resource : null;
  const key = raw === null ? `#${position}` : keyOf(entry, raw, position);
  return { entry, place, raw, key, outcome: firstLook(raw), doubt: false, held: null, isSupport: false };
}

function firstLook(raw: JsonObject | null): LedgerOutcome | null {
  if (raw === null) return { state: 'unreadable', why: 'not-an-object', path: null };
  const type = textAt(raw, 'resourceType');
  if (type === null) return { state: 'unreadable', why: 'no-type', path: 'resourceType' };
  if (type === 'OperationOutcome') return { state: 'set-aside', why: 'server-message' };
  if (!isReadableType(type)) return { state: 'set-aside', why: 'no-section' };
  const version = versionShownBy(raw);
  if (version !== null && !version.startsWith('R4')) return { state: 'set-aside', why: 'another-version' };
  return isTooDeep(raw) ? { state: 'unreadable', why: 'too-deep', path: null } : null;
}

function dropOlderVersions(rows: readonly Row[]): void {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    if (row.outcome !== null || row.raw === null) continue;
    const other = newest.get(row.key);
    const older = other?.raw && compareVersions(other.raw, row.raw) < 0 ? row : other;
    if (older !== undefined) older.outcome = { state: 'set-aside', why: 'older-version' };
    if (older !== row) newest.set(row.key, row);
  }
}

/** The Patient that was asked for. Two that both fit are a doubt, and a doubt shows nobody. */
function ownPatientRow(rows: readonly Row[], asked: string): Row | undefined {
  const fitting = rows.filter(
    ({ raw, entry, outcome }) =>
      outcome === null && raw?.['resourceType'] === 'Patient' && isAskedFor(asked, entry.fullUrl, raw),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function read(row: Row, isOwnPatient: boolean, address: PatientAddress): void {
  const { raw, entry, key } = row;
  const type = textAt(raw, 'resourceType');
  if (raw === null || type === null || !isReadableType(type)) return;
  const definition = RESOURCES[type];
  if (type === 'Patient' && !isOwnPatient) {
    // A Patient that nothing names can be nobody's, and so not the one who was asked for either.
    const isNameless = textAt(raw, 'id') === null && entry.fullUrl === null;
    row.outcome = isNameless
      ? { state: 'unreadable', why: 'missing', path: 'id' }
      : { state: 'set-aside', why: 'another-patient' };
    return;
  }
  if (definition.subject !== null) {
    const belonging = belongingOf(entry, raw, definition.subject, address);
    if (belonging === 'malformed') {
      row.outcome = { state: 'unreadable', why: 'malformed', path: definition.subject };
    } else if (belonging !== 'ours') {
      row.doubt = belonging === 'no-subject' || namesSameId(raw[definition.subject], address);
      row.outcome = { state: 'set-aside', why: belonging };
    }
  }
  const own = row.outcome === null ? ownReason(raw) : null;
  if (own !== null) row.outcome = { state: 'set-aside', why: own };
  if (row.outcome !== null) return;
  const held = hold(type, raw, key, entry.fullUrl);
  if ('why' in held) row.outcome = { state: 'unreadable', why: held.why, path: held.path };
  else row.held = held;
  row.isSupport = definition.subject === null && type !== 'Patient';
}

/** A server behind two addresses looks like two servers. What is lost by that must be said. */
function namesSameId(subject: unknown, { id }: PatientAddress): boolean {
  const target = readTarget(textAt(subject, 'reference'));
  return target?.kind === 'literal' && target.type === 'Patient' && target.id === id;
}

function unreadOf(
  { raw, held, outcome, doubt }: Row,
  marks: ReadonlyMap<Held, LedgerOutcome>,
): readonly Unread[] {
  const type = textAt(raw, 'resourceType') ?? '';
  const final = outcome ?? (held === null ? undefined : marks.get(held));
  const isLost =
    doubt ||
    final?.state === 'unreadable' ||
    (final?.state === 'set-aside' && final.why === 'another-version');
  return isLost && raw !== null && isResourceType(type) ? [{ type, raw }] : [];
}
