import type { Instant } from '@ehch/clinical/time';
import { readPages } from '@ehch/fhir';
import { keyOf, type KindState, type RecordChange, type RecordStore, type StoredRecord } from '@ehch/store';
import { oneOfEach } from '../pages/one-of-each.ts';
import { pageRows, type PageRow } from '../pages/page-rows.ts';
import { isNameOfItsOwn } from '../pages/own-name.ts';
import { confirmAbsence } from '../pull/confirm-absence.ts';
import { confirmReturn } from '../pull/confirm-return.ts';
import { gapOf } from '../pull/load-members.ts';
import { placed } from '../pull/resident-of.ts';
import { progressOf, type ResidentRecord } from '../record.ts';
import type { Asked, AskContext } from './ask.ts';
import { DECIDING_KINDS, purgeIfAsked, reasonToPurge, staysAfter } from './sharing.ts';
import type { Turns } from './turns.ts';

/** Where the answers of one resident are kept. */
export interface KeepContext extends AskContext {
  readonly copies: RecordStore;
  readonly record: ResidentRecord;
  readonly now: Instant;
  /** The epoch of the leader. An answer asked for in an earlier one is not kept. */
  readonly epoch: () => Promise<number>;
  readonly inTurn: Turns;
  /** False once the record was forgotten. */
  readonly isCurrent: () => boolean;
  /** Settles when the kinds that decide about the others have been answered in this round. */
  readonly decided: Promise<unknown>;
}

type Loaded = Extract<Asked, { state: 'loaded' }>;

/**
 * Keeps the answer for one kind, as resources with the server's own text.
 *
 * @throws {EhchError} `overtaken` if another window leads since the question; `not-kept` if the device is full
 */
export async function keepAnswer(
  context: KeepContext,
  epoch: number,
  kind: string,
  asked: Asked,
  isLatest: () => boolean,
): Promise<void> {
  const { resident } = context.record;
  const before = await context.copies.read(resident);
  // Nobody needs the answer any more, or a newer question was answered: nothing is asked about it either.
  if (context.stop?.aborted || !isLatest()) return;
  const change = asked.state === 'loaded' ? await changeOf(context, kind, asked, before) : null;
  // Where a refusal or an objection is known from before, this round's answer about it is waited for.
  if (!mayBeKept(context, before, kind)) await context.decided;
  await context.inTurn(async () => {
    const held = await context.copies.read(resident);
    // After each wait: the record may have been forgotten, and a newer question may have been answered.
    if (!isLatest()) return;
    if (!mayBeKept(context, held, kind)) return;
    const kept = asked.state === 'loaded' && change && !isLessThanWhole(asked, kind, held) ? change : null;
    const step = kept ?? { resident, put: [], deleted: [], ...outcomeAlone(context, kind, asked, held) };
    await context.copies.apply({ epoch, changes: [step], checkpoints: [] });
    const progress = progressOf(context.record, kind);
    progress.trouble = null;
    progress.arrived = new Set([...step.put, ...(step.returned ?? [])].map(keyOf));
    if (DECIDING_KINDS.has(kind)) await purgeIfAsked(context.copies, resident, context.now, epoch);
  });
}

/**
 * What a whole answer, or a part without a former whole, changes. `null`: it answers another question. Nothing of somebody
 * else's is kept, and an answer about others must not read as "none recorded".
 */
async function changeOf(
  context: KeepContext,
  kind: string,
  asked: Loaded,
  before: StoredRecord,
): Promise<RecordChange | null> {
  const { record, base, now, pause } = context;
  const { pages, more, broke, ageMs } = asked;
  const values: unknown[] = [];
  const found: PageRow[] = [];
  for (const page of pages) {
    const value: unknown = JSON.parse(page);
    values.push(value);
    if (pause) await pause();
    for (const row of pageRows(page, value, base)) found.push(row);
    if (pause) await pause();
  }
  const rows = oneOfEach(found);
  if (pause) await pause();
  const { changes, foreign } = placed(rows, { kind, base, residents: [record.resident] });
  const own = changes.flatMap(({ put }) => put);
  // A Patient is read, and not searched for, so nothing else is an answer.
  if (own.length === 0 && (foreign > 0 || kind === 'Patient')) return null;
  if (pause) await pause();
  const gaps = [...readPages(values).gaps.map(({ why, what }) => ({ why, what })), ...gapOf(foreign)];
  // An answer out of a cache is dated by its own age, not by its arrival.
  const asOf = ageMs === 0 ? now : new Date(Date.parse(now) - ageMs).toISOString();
  const came = new Set(own.map(keyOf));
  const held = more || broke ? [] : before.resources;
  const absent = held.filter((one) => one.type === kind && !came.has(keyOf(one)));
  const confirmed = await confirmAbsence(
    context,
    absent
      .filter(({ id }) => !isNameOfItsOwn(id))
      .map(({ type, id, updated }) => ({ resident: record.resident, type, id, updated })),
  );
  const { returned, forgotten, isSure } = await confirmReturn(context, record.resident, own);
  if (!isSure) gaps.push({ why: 'failed', what: 'entries that may be there again' });
  return {
    resident: record.resident,
    put: [...own, ...confirmed.present],
    returned,
    deleted: confirmed.deleted,
    // Nobody can ask for a resource without an id, so a whole answer without it is all that can be known.
    forgotten: [
      ...confirmed.refused,
      ...confirmed.moved,
      ...forgotten,
      ...absent.filter(({ id }) => isNameOfItsOwn(id)).map(keyOf),
    ],
    kinds: {
      [kind]: { asOf, more, missing: [...(broke ? [broke.gap] : []), ...gaps], last: { state: 'loaded' } },
    },
  };
}

/** What an answer says whose rows are not kept: it was refused, failed, answers another question, or is half of a whole. */
function outcomeAlone(
  { now }: KeepContext,
  kind: string,
  asked: Asked,
  { resources, kinds }: StoredRecord,
): Pick<RecordChange, 'kinds' | 'forgotten'> {
  if (asked.state === 'withheld') {
    // The server now refuses this kind, so the copies from before the refusal must not be shown either.
    const refused: KindState = {
      asOf: null,
      more: false,
      missing: [],
      last: { state: 'withheld', why: asked.why },
    };
    return {
      kinds: { [kind]: refused },
      forgotten: resources.filter(({ type }) => type === kind).map(keyOf),
    };
  }
  const code = asked.state === 'failed' ? asked.error.code : (asked.broke?.error.code ?? 'malformed');
  const former = kinds.get(kind) ?? { asOf: null, more: false, missing: [] };
  return { kinds: { [kind]: { ...former, last: { state: 'failed', error: { code }, at: now } } } };
}

/**
 * Half of a newer answer must not replace a whole older one, and neither must one without the type of which copies are
 * here.
 */
function isLessThanWhole({ broke }: Loaded, kind: string, { resources, kinds }: StoredRecord): boolean {
  const former = kinds.get(kind);
  if (broke === null || former === undefined || former.asOf === null || former.missing.length > 0)
    return false;
  const { why } = broke.gap;
  return why === 'failed' || (why === 'not-offered' && resources.some(({ type }) => type === kind));
}

function mayBeKept({ record, now }: KeepContext, held: StoredRecord, kind: string): boolean {
  if (DECIDING_KINDS.has(kind)) return true;
  const why = reasonToPurge(held, record.resident, now);
  return why === null || staysAfter(why, kind);
}
