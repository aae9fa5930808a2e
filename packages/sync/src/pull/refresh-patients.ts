import type { ResidentId } from '@ehch/clinical';
import type { KindState } from '@ehch/store';
import { FEEDS } from '../steps/queries.ts';
import { askFeed } from './ask-feed.ts';
import { confirmAbsence } from './confirm-absence.ts';
import { applyStep, type PullContext, type StepEnd } from './pull-context.ts';
import { placed } from './resident-of.ts';

/** Residents in one question. */
export const PATIENTS_AT_ONCE = 50;

/**
 * Reads Patients in full, whatever their versions. HAPI changes a security label without a new version, and the label
 * may restrict the record. A Patient who does not come is asked for by id, because access may have ended.
 */
export async function refreshPatients(
  context: PullContext,
  members: readonly ResidentId[],
): Promise<StepEnd> {
  const feed = FEEDS.find(({ name }) => name === 'Patient');
  if (feed === undefined) return { state: 'did', residents: [], isDone: true };
  const page = await askFeed(context, feed, members, `&_count=${members.length}`);
  if (page.state === 'failed') return page;
  const { changes } =
    page.state === 'loaded'
      ? placed(page.rows, { kind: feed.kind, base: context.base, residents: members })
      : { changes: [] };
  const came = new Set(changes.map(({ resident }) => resident));
  // Who is refused is read by id as well, because a refused search says nothing about the record.
  const isWhole = page.state === 'loaded' && !page.more && page.gaps.length === 0;
  const absent = isWhole ? members.filter((resident) => !came.has(resident)) : [];
  const confirmed = await confirmAbsence(
    context,
    absent.map((id) => ({ resident: id, type: 'Patient', id, updated: null })),
  );
  const refused: KindState = {
    asOf: null,
    more: false,
    missing: [],
    last: { state: 'withheld', why: 'role' },
  };
  const gone: KindState = {
    asOf: null,
    more: false,
    missing: [],
    last: { state: 'failed', error: { code: 'not-found' }, at: context.now() },
  };
  const idOf = (key: string) => key.slice('Patient/'.length);
  const { residents } = await applyStep(
    context,
    [
      ...changes,
      ...confirmed.present.map((row) => ({ resident: row.id, put: [row], deleted: [], kinds: {} })),
      ...confirmed.refused.map((key) => ({
        resident: idOf(key),
        put: [],
        deleted: [],
        forgotten: [key],
        kinds: { Patient: refused },
      })),
      ...confirmed.deleted.map((one) => ({
        resident: idOf(one.key),
        put: [],
        deleted: [one],
        kinds: { Patient: gone },
      })),
    ],
    [],
  );
  return { state: 'did', residents, isDone: true };
}
