import type { EhchErrorCode } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import { readBundle, textAt } from '@ehch/fhir';
import type { AnswerStore } from '@ehch/store';
import { progressOf, type ResidentRecord } from '../record.ts';
import { timed } from '../timed.ts';
import { ask, type AskContext, type Asked } from './ask.ts';
import { askQuery } from './ask-query.ts';
import { missingReferences } from './missing-references.ts';
import type { Query } from './queries.ts';

/** A round of requests for one resident. `isCurrent` is false once the record was forgotten. */
export interface AskKindsOptions extends AskContext {
  readonly store: AnswerStore;
  readonly record: ResidentRecord;
  readonly queries: readonly Query[];
  readonly now: Instant;
  readonly isCurrent: () => boolean;
  readonly onProgress: () => void;
}

/** Browsers open six connections to one host. More requests at once would only wait in the browser. */
const AT_ONCE = 6;

/** Asks for every kind on its own and keeps each answer as it comes. Settles when every request has ended. */
export async function askKinds(options: AskKindsOptions): Promise<void> {
  const runs = new Map(options.queries.map((query) => [query.kind, begin(options.record, query.kind)]));
  options.onProgress();
  const waiting = [...options.queries];
  const worker = async () => {
    for (let query = waiting.shift(); query; query = waiting.shift()) {
      await askKind(options, query, runs.get(query.kind) ?? 0);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await bringReferences(options);
}

function begin(record: ResidentRecord, kind: string): number {
  const progress = progressOf(record, kind);
  progress.running = true;
  return ++progress.run;
}

async function askKind(options: AskKindsOptions, query: Query, run: number): Promise<void> {
  const { record, store, now } = options;
  const asked = await timed('sync/ask', query.kind, () => askQuery(options, query), outcomeOf);
  const progress = progressOf(record, query.kind);
  const isHalf = asked.state === 'loaded' && asked.broke?.gap.why === 'failed';
  const keepsFormer = isHalf && (await hasWhole(options, query.kind));
  // No `await` between this check and `store.put`: the record may be forgotten during any wait.
  if (!options.isCurrent() || progress.run !== run) return;
  progress.running = false;
  if (isHalf && keepsFormer) {
    // Half of a newer answer must not replace a whole older one.
    progress.last = { state: 'failed', error: asked.broke.error, at: now };
  } else if (asked.state === 'loaded') {
    const { pages, more, broke, ageMs } = asked;
    // An answer out of a cache is dated by its own age, not by its arrival.
    const asOf = ageMs === 0 ? now : new Date(Date.parse(now) - ageMs).toISOString();
    await store.put(record.resident, query.kind, { pages, asOf, more, missing: broke ? [broke.gap] : [] });
    progress.asOf = asOf;
    progress.last = { state: 'loaded' };
  } else if (asked.state === 'withheld') {
    // The server now refuses this kind, so the answer from before the refusal must not be shown either.
    await store.put(record.resident, query.kind, { pages: [], asOf: now, more: false });
    progress.asOf = null;
    progress.last = { state: 'withheld', why: asked.why };
  } else {
    progress.last = { state: 'failed', error: { code: asked.error.code }, at: now };
  }
  options.onProgress();
}

/** The outcome for the log, as a code only. */
function outcomeOf(asked: Asked): 'ok' | EhchErrorCode {
  if (asked.state === 'withheld') return 'forbidden';
  return asked.state === 'failed' ? asked.error.code : 'ok';
}

/** A stay leads to the room, the room to the floor, the floor to the home. The limit also ends a ring of references. */
const MOST_ROUNDS = 4;

/** Whether the store holds all pages of an earlier answer. */
async function hasWhole({ store, record }: AskKindsOptions, kind: string): Promise<boolean> {
  if (progressOf(record, kind).asOf === null) return false;
  const answer = (await store.read(record.resident)).get(kind);
  return answer !== undefined && (answer.missing ?? []).length === 0;
}

/**
 * Fetches resources that others refer to, such as a medicine or a room. It asks again for resources of an earlier look,
 * because they may have changed since. If a request fails, the former answer stays.
 */
async function bringReferences(options: AskKindsOptions): Promise<void> {
  const { store, record, now, isCurrent } = options;
  const brought = new Map<string, readonly string[]>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const held = await store.read(record.resident);
    const asked = [...held].flatMap(([kind, { pages }]) => (record.kinds.has(kind) ? pages : []));
    const missing = missingReferences([...asked, ...[...brought.values()].flat()].flatMap(resourcesIn));
    if (missing.size === 0 || !isCurrent()) return;
    let more = false;
    for (const [type, ids] of missing) {
      const answer = await ask(
        options,
        `${type}?_id=${ids.map(encodeURIComponent).join(',')}&_count=${ids.length}`,
        'Bundle',
      );
      if (answer.state !== 'loaded' || !isCurrent()) continue;
      // Pages that nobody asked for are not kept. They would pile up, because each look asks again.
      const pages = answer.pages.filter((page) => idsIn(page).some((id) => ids.includes(id)));
      if (pages.length === 0) continue;
      const fresh = [...(brought.get(type) ?? []), ...pages];
      brought.set(type, fresh);
      const renewed = new Set(fresh.flatMap(idsIn));
      const former = (held.get(type)?.pages ?? []).filter(
        (page) => !idsIn(page).some((id) => renewed.has(id)),
      );
      await store.put(record.resident, type, { pages: [...former, ...fresh], asOf: now, more: false });
      more = true;
    }
    if (!more) return;
    options.onProgress();
  }
}

function resourcesIn(page: string): readonly unknown[] {
  return readBundle(JSON.parse(page)).entries.map(({ resource }) => resource);
}

function idsIn(page: string): readonly string[] {
  return resourcesIn(page).flatMap((resource) => textAt(resource, 'id') ?? []);
}
