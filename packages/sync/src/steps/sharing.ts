import { readRecord, SECTION_SOURCES } from '@ehch/fhir';
import type { ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import {
  typeOfKey,
  type PurgeReason,
  type RecordChange,
  type RecordStore,
  type StoredRecord,
  type StoredResource,
} from '@ehch/store';

/** The kinds that decide whether copies of the others may be kept. */
export const DECIDING_KINDS: ReadonlySet<string> = new Set(['Patient', 'Consent']);

/** What stays of a resident who objects to sharing: whose record it is, where they live, and the objection itself. */
const STAYS = new Set([...DECIDING_KINDS, ...SECTION_SOURCES.identity]);

/**
 * Why no copies of a resident's record may be kept. `null`: they may.
 * The server refuses the Patient, or the resident objects to sharing the whole record.
 */
export function reasonToPurge(
  { resources, kinds }: Pick<StoredRecord, 'resources' | 'kinds'>,
  resident: ResidentId,
  now: Instant,
): Extract<PurgeReason, 'access-ended' | 'consent-withdrawn'> | null {
  if (kinds.get('Patient')?.last.state === 'withheld') return 'access-ended';
  const deciding = resources.filter(({ type }) => DECIDING_KINDS.has(type));
  if (!deciding.some(({ type }) => type === 'Consent')) return null;
  const { withheld } = readRecord({
    resident,
    patient: resident,
    resources: deciding.map(({ text }) => JSON.parse(text) as unknown),
    outcomes: {},
    now,
    sourceLabel: '',
  });
  return withheld === 'consent' ? 'consent-withdrawn' : null;
}

/** {@link reasonToPurge} of the copies as they are now. */
export async function reasonOf(
  copies: RecordStore,
  resident: ResidentId,
  now: Instant,
): Promise<ReturnType<typeof reasonToPurge>> {
  return reasonToPurge(await copies.read(resident, DECIDING_KINDS), resident, now);
}

/** Whether a change concerns what decides about the copies: a Patient or Consent, or whether one can be read at all. */
export function decides({ put, deleted, forgotten = [], kinds }: RecordChange): boolean {
  const keys = [...deleted.map(({ key }) => key), ...forgotten];
  return (
    put.some(({ type }) => DECIDING_KINDS.has(type)) ||
    keys.some((key) => DECIDING_KINDS.has(typeOfKey(key))) ||
    Object.keys(kinds).some((kind) => DECIDING_KINDS.has(kind))
  );
}

/** Whether copies of this kind stay after a purge for that reason. */
export function staysAfter(why: PurgeReason, kind: string): boolean {
  return why === 'consent-withdrawn' && STAYS.has(kind);
}

/** The rows that stay, with the places that they refer to. */
function staying(why: PurgeReason, resources: readonly StoredResource[]): readonly StoredResource[] {
  if (why !== 'consent-withdrawn') return [];
  return resources.filter(({ type }) => STAYS.has(type) || type === 'Location' || type === 'Organization');
}

/**
 * Erases the copies where the server refuses the Patient or the resident objects. What people have not sent stays:
 * after an objection as held, and after a refusal for the server to answer, because it refused one person of several.
 * Returns why no copies may be kept; `null`: they may.
 */
export async function purgeIfAsked(
  copies: RecordStore,
  resident: ResidentId,
  now: Instant,
  epoch: number,
): Promise<ReturnType<typeof reasonToPurge>> {
  // Of nearly everybody the copies stay, and the few deciding ones say so.
  const why = await reasonOf(copies, resident, now);
  if (why === null) return null;
  const held = await copies.read(resident);
  const kinds = Object.fromEntries(
    [...held.kinds].filter(([kind]) => DECIDING_KINDS.has(kind) || staysAfter(why, kind)),
  );
  const put = staying(why, held.resources);
  if (put.length === held.resources.length && Object.keys(kinds).length === held.kinds.size) return why;
  await copies.purge(resident, why);
  await copies.apply({ epoch, changes: [{ resident, put, deleted: [], kinds }], checkpoints: [] });
  return why;
}
