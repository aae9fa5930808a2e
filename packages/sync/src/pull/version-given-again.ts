import { isObject } from '@ehch/fhir';
import { keyOf, type HeldVersion, type RecordChange, type StoredResource } from '@ehch/store';
import { sameValue } from '../raw-json/same-value.ts';
import type { PullContext } from './pull-context.ts';
import { isAfter } from './server-times.ts';

/**
 * Whether a row is newer than the copy here, says something else, and yet has no higher number: only a server that was set
 * back gives a number again (SPEC L7). The row itself hides what it replaced.
 */
export async function isVersionGivenAgain(
  { copies, guards }: PullContext,
  changes: readonly RecordChange[],
): Promise<boolean> {
  if (!guards.noticeRestore) return false;
  for (const { resident, put } of changes) {
    const held = await copies.versions(resident);
    const doubtful = put.filter((row) => {
      const own = held.get(keyOf(row));
      return own !== undefined && isAfter(row.updated, own.updated) && isNoHigher(row.version, own.version);
    });
    if (doubtful.length === 0) continue;
    const { resources } = await copies.read(resident);
    const isElse = doubtful.some((row) =>
      resources.some((own) => keyOf(own) === keyOf(row) && !saysTheSame(own, row)),
    );
    if (isElse) return true;
  }
  return false;
}

/** Whether a listed row is newer than a tombstone, under its very number: no index lags so, and no deletion is undone so. */
export function isTombstoneGivenAgain(
  own: Pick<HeldVersion, 'version' | 'updated'>,
  row: Pick<StoredResource, 'version' | 'updated'>,
): boolean {
  return row.version !== null && row.version === own.version && isAfter(row.updated, own.updated);
}

/** Whether both are numbers, as most servers count versions, and the later one is no higher. */
function isNoHigher(later: string | null, earlier: string | null): boolean {
  return numberOf(later) <= numberOf(earlier);
}

/** `NaN`, which is neither higher nor lower, for a version that is no number. */
function numberOf(version: string | null): number {
  return /^\d{1,15}$/.test(version ?? '') ? Number(version) : NaN;
}

/** A server may stamp a version again while it writes it. Only what stands beside the stamps tells. */
function saysTheSame(one: StoredResource, other: StoredResource): boolean {
  return sameValue(withoutMeta(one), withoutMeta(other));
}

function withoutMeta({ text }: StoredResource): unknown {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? { ...value, meta: null } : value;
}
