import type { SectionName } from '@ehch/clinical';
import { londonDate, type Instant } from '@ehch/clinical/time';
import type { BuildViewInput } from '../../build-view-input.ts';
import { isObject, textAt, type Entry, type JsonObject } from '../../entry.ts';
import { isTooDeep } from '../../json.ts';
import type { Account, AccountRow, LedgerOutcome } from '../../ledger.ts';
import { addressOf, readTarget } from '../../reference.ts';
import { eachInSteps, flatMapInSteps, type Steps } from '../../steps.ts';
import { versionShownBy } from '../../fhir-version.ts';
import { lifeOf } from './impossible-dates.ts';
import { withoutForeign } from './contained.ts';
import type { ResourceDefinition } from './define-resource.ts';
import { gapsOfDocument, gapsOfMistaken, type DocumentGap } from './document-gaps.ts';
import { absentTargets } from './elements/extensions.ts';
import { foreignRecords } from './foreign-names.ts';
import { heldAmongOthers, type Others } from './held-among-others.ts';
import { addressOfPatient, isAskedFor, withOthers, type AddressAmongOthers } from './patient-address.ts';
import { COUNTED } from '../../sections.ts';
import { withParts } from './observation-parts.ts';
import { isHeld, type CountedRecord, type Held, type PatientRecord, type UnreadRecord } from './record.ts';
import { inOwnOrder, type PlacedEntry } from './own-order.ts';
import { resolverOf } from './resolve.ts';
import { isReadableType, RESOURCES, type ReadableType } from './resources/index.ts';
import { keysOf, meet } from './same-record.ts';
import { ownReason } from './set-aside.ts';
import { belongingOf, namesAnother, namesSameId } from './subject.ts';

/** A record that was sorted and read. */
export interface OpenRecord {
  readonly record: PatientRecord;
  /** What documents about the resident leave out, or state in words only. */
  readonly documentGaps: readonly DocumentGap[];
  /** What became of each entry. It is complete once every section has been made. */
  readonly account: Account;
}

/** One entry of the input while it is being sorted. */
interface Row extends AccountRow {
  /** The position in the input. The account is in that order. */
  readonly place: number;
  readonly raw: JsonObject | null;
  /** The name under which versions of the same record meet (`keysOf`). */
  key: string;
  /** Another record under this name says something else, and nothing shows which of them is right. */
  isRival: boolean;
  outcome: LedgerOutcome | null;
  /**
   * The record may be about the resident after all: it names nobody, or the resident's id on another server.
   */
  doubt: boolean;
  held: Held | null;
  isSupport: boolean;
}

/**
 * Sorts all entries: those that are read and about this resident, and those that are not, each with the
 * reason.
 */
export function* openRecord(entries: readonly Entry[], input: BuildViewInput): Steps<OpenRecord> {
  const placed = inOwnOrder(entries);
  yield;
  const keys = keysOf(placed.map(({ entry }) => entry));
  yield;
  const rows = yield* flatMapInSteps(placed, (each, position) => [
    toRow(each, keys[position] ?? `#${position}`),
  ]);
  settleSameRecords(rows, input.now);
  yield;
  const fitting = patientRows(rows, input.patient);
  // Two Patients that fit leave a doubt, and a doubt shows nobody.
  const inDoubt = fitting.length > 1;
  const own = inDoubt ? undefined : fitting[0];
  yield;
  const named = addressOfPatient(input.patient, own?.entry.fullUrl ?? null, own?.raw ?? null);
  const address = withOthers(named, entries);
  const foreign = foreignRecords(entries, address);
  yield;
  const today = londonDate(input.now);
  const life = lifeOf(own?.raw ?? null, today);
  yield* eachInSteps(rows, (row) => {
    if (row.outcome !== null) return;
    if (inDoubt) row.outcome = outcomeInDoubt(row, fitting);
    else read(row, row === own, { address, foreign, today, ...life });
  });

  const isHere = presenceIn(rows);
  yield* eachInSteps(rows, (row) => {
    const absent = row.held === null ? [] : absentTargets(row.held.raw, isHere);
    if (row.held !== null && absent.length > 0)
      row.held = { ...row.held, more: [...row.held.more, ...absent] };
  });
  const counted = countedIn(rows, address);
  yield;
  const all = yield* flatMapInSteps(rows, ({ held }): readonly Held[] =>
    held === null ? [] : isHeld(held, 'Observation') ? withParts(held) : [held],
  );
  const byType = Map.groupBy(all, ({ type }) => type);
  const shown = new Map<Held, Set<SectionName>>();
  const marks = new Map<Held, LedgerOutcome>();
  const mark = (held: Held, outcome: LedgerOutcome): readonly never[] => {
    const whole = held.partOf ?? held;
    // A part that could not be read leaves a gap, whatever becomes of the other parts.
    if (whole === held || marks.get(whole)?.state !== 'unreadable') marks.set(whole, outcome);
    return [];
  };
  const record: PatientRecord = {
    input,
    today,
    patient: (byType.get('Patient')?.[0] as Held<'Patient'> | undefined) ?? null,
    rawPatient: own?.raw ?? null,
    isInDoubt: inDoubt,
    unread: () => rows.flatMap((row) => unreadOf(row, marks)),
    all: <T extends ReadableType>(type: T) =>
      (byType.get(type) ?? []) as readonly Held[] as readonly Held<T>[],
    refuted: (type) => rows.flatMap((row) => refutedOf(row, type)),
    resolve: resolverOf(rows.flatMap(({ held }) => (held === null ? [] : [held]))),
    counted: inDoubt ? [] : counted,
    show: (held, section) => {
      const whole = held.partOf ?? held;
      shown.set(whole, (shown.get(whole) ?? new Set()).add(section));
    },
    setAside: (held, why) => mark(held, { state: 'set-aside', why }),
    refuse: (held, why, path) => mark(held, { state: 'unreadable', why, path }),
  };
  const asGiven = rows.toSorted((a, b) => a.place - b.place);
  return {
    record,
    documentGaps: documentGapsIn(rows, address, isHere),
    account: { rows: asGiven, shown, marks },
  };
}

/**
 * The resident's own records of types that are only counted. A record without a subject may be the
 * resident's, so it counts as unread.
 */
function countedIn(rows: readonly Row[], address: AddressAmongOthers): readonly CountedRecord[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const { raw, entry, key } = row;
    const type = textAt(raw, 'resourceType') ?? '';
    const name = addressOf(entry.fullUrl) ?? `${type}/${textAt(raw, 'id') ?? key}`;
    if (seen.has(name)) return [];
    seen.add(name);
    // The results of a report are shown on their own, so a report without a conclusion adds nothing.
    const said = [raw?.['conclusion'], raw?.['conclusionCode']];
    if (type === 'DiagnosticReport' && said.every((part) => part === undefined)) return [];
    if (raw === null || !Object.hasOwn(COUNTED, type) || ownReason(raw) !== null) return [];
    const belonging = belongingOf(entry, raw, 'patient' in raw ? 'patient' : 'subject', address);
    row.doubt = belonging === 'no-subject' || belonging === 'in-doubt' || belonging === 'malformed';
    return belonging === 'own'
      ? [{ type, raw: withoutForeign(entry, raw, address).raw, key, fullUrl: entry.fullUrl }]
      : [];
  });
}

/** Gaps of documents about the resident, or about nobody. */
function documentGapsIn(
  rows: readonly Row[],
  address: AddressAmongOthers,
  isHere: ReturnType<typeof presenceIn>,
): readonly DocumentGap[] {
  // No reader reads the records contained in a document, so they do not count as present.
  const isListed = (reference: string) => !reference.startsWith('#') && isHere(reference);
  return rows.flatMap(({ raw, entry }) => {
    if (raw?.['resourceType'] !== 'Composition') return [];
    const belonging = belongingOf(entry, raw, 'subject', address);
    if (belonging !== 'own' && belonging !== 'no-subject') return [];
    return ownReason(raw) === null ? gapsOfDocument(raw, isListed) : gapsOfMistaken(raw);
  });
}

/**
 * Whether a reference leads to a record that arrived, whatever became of it. Contained records arrived with
 * the record around them.
 */
function presenceIn(rows: readonly Row[]): (reference: string) => boolean {
  const names = new Set(
    rows.flatMap(({ raw, entry }) => [
      addressOf(entry.fullUrl),
      `${textAt(raw, 'resourceType')}/${textAt(raw, 'id')}`,
    ]),
  );
  return (reference) => {
    const target = readTarget(reference);
    if (target?.kind === 'contained') return true;
    if (names.has(addressOf(reference) ?? '')) return true;
    return target?.kind === 'literal' && names.has(`${target.type}/${target.id}`);
  };
}

function refutedOf({ raw, outcome }: Row, type: ReadableType): readonly JsonObject[] {
  const isRefuted = outcome?.state === 'set-aside' && outcome.why === 'refuted';
  return isRefuted && raw !== null && textAt(raw, 'resourceType') === type ? [raw] : [];
}

function toRow({ entry, place }: PlacedEntry, key: string): Row {
  const raw = isObject(entry.resource) ? entry.resource : null;
  const outcome = entry.isDeleted ? NOT_IN_FORCE : firstLook(raw);
  return { entry, place, raw, key, isRival: false, outcome, doubt: false, held: null, isSupport: false };
}

const NOT_IN_FORCE: LedgerOutcome = { state: 'set-aside', why: 'not-in-force' };

function firstLook(raw: JsonObject | null): LedgerOutcome | null {
  if (raw === null) return { state: 'unreadable', why: 'not-an-object', path: null };
  const type = textAt(raw, 'resourceType');
  if (type === null) return { state: 'unreadable', why: 'no-type', path: 'resourceType' };
  if (type === 'OperationOutcome') return { state: 'set-aside', why: 'server-message' };
  if (!isReadableType(type)) {
    // R4 spells each type in one way. A record under another spelling may belong to a section, so it is
    // unreadable.
    return isMisspelt(type)
      ? { state: 'unreadable', why: 'no-type', path: 'resourceType' }
      : { state: 'set-aside', why: 'no-section' };
  }
  const version = versionShownBy(raw);
  if (version !== null && !version.startsWith('R4')) return { state: 'set-aside', why: 'another-version' };
  return isTooDeep(raw) ? { state: 'unreadable', why: 'too-deep', path: null } : null;
}

function isMisspelt(type: string): boolean {
  const plain = type.trim().toLowerCase();
  return Object.keys(RESOURCES).some((known) => known.toLowerCase() === plain);
}

function settleSameRecords(rows: readonly Row[], now: Instant): void {
  const readable = rows.filter((row): row is Row & { raw: JsonObject } => {
    return row.outcome === null && row.raw !== null;
  });
  const { aside, rivals } = meet(readable, now);
  for (const [row, why] of aside) row.outcome = { state: 'set-aside', why };
  for (const [row, key] of rivals) {
    row.key = key;
    row.isRival = true;
  }
}

/** The Patients that may be the resident who was asked for. */
function patientRows(rows: readonly Row[], asked: string): readonly Row[] {
  return rows.filter(
    ({ raw, entry, outcome }) =>
      outcome === null && raw?.['resourceType'] === 'Patient' && isAskedFor(asked, entry.fullUrl, raw),
  );
}

/** A record about one of two people may be about the other. Records about nobody only support others. */
function outcomeInDoubt(row: Row, fitting: readonly Row[]): LedgerOutcome {
  const type = textAt(row.raw, 'resourceType') ?? '';
  const isAboutSomebody = isReadableType(type) && RESOURCES[type].subject !== null;
  const why = isAboutSomebody || fitting.includes(row) ? 'in-doubt' : 'supporting';
  return { state: 'set-aside', why: type === 'Patient' && why === 'supporting' ? 'another-patient' : why };
}

function read(row: Row, isOwnPatient: boolean, others: Others): void {
  const { address } = others;
  const { raw, entry, key } = row;
  const type = textAt(raw, 'resourceType');
  if (raw === null || type === null || !isReadableType(type)) return;
  const definition: ResourceDefinition = RESOURCES[type];
  if (type === 'Patient' && !isOwnPatient) {
    // No request can name a Patient without id and address, so it cannot be the resident who was asked for.
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
    } else if (belonging !== 'own') {
      // R4 allows some types to have no subject. Such a record leaves no doubt.
      const isNobodys = definition.mayNameNobody === true && !(definition.subject in raw);
      row.doubt =
        (belonging === 'no-subject' && !isNobodys) ||
        belonging === 'in-doubt' ||
        namesSameId(raw[definition.subject], address);
      row.outcome = { state: 'set-aside', why: belonging };
    }
  }
  row.doubt ||= row.outcome === null && namesAnother(entry, raw, address);
  if (row.doubt) row.outcome ??= { state: 'set-aside', why: 'in-doubt' };
  const own = row.outcome === null ? ownReason(raw) : null;
  if (own !== null) row.outcome = { state: 'set-aside', why: own };
  if (row.outcome !== null) return;
  const held = heldAmongOthers(type, { raw, entry, key, isRival: row.isRival }, others);
  if ('why' in held) row.outcome = { state: 'unreadable', why: held.why, path: held.path };
  else row.held = held;
  row.isSupport = definition.subject === null && type !== 'Patient';
}

function unreadOf(
  { raw, entry, held, outcome, doubt }: Row,
  marks: ReadonlyMap<Held, LedgerOutcome>,
): readonly UnreadRecord[] {
  const final = outcome ?? (held === null ? undefined : marks.get(held));
  const isLost =
    doubt ||
    final?.state === 'unreadable' ||
    (final?.state === 'set-aside' && final.why === 'another-version');
  const type = textAt(raw, 'resourceType') ?? entry.lostType ?? null;
  return isLost ? [{ type, raw: raw ?? {} }] : [];
}
