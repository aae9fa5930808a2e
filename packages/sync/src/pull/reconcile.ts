import type { ResidentId } from '@ehch/clinical';
import {
  keyOf,
  type Checkpoint,
  type HeldVersion,
  type RecordChange,
  type ResourceKey,
  type StoredResource,
} from '@ehch/store';
import type { PageRow } from '../pages/page-rows.ts';
import type { Feed } from '../steps/queries.ts';
import { askFeed, askNext } from './ask-feed.ts';
import { confirmAbsence } from './confirm-absence.ts';
import { applyStep, checkpointOf, type PullContext, type StepEnd } from './pull-context.ts';
import { elementsOf, placed, residentOf, saysWhose } from './resident-of.ts';
import { isTombstoneGivenAgain } from './version-given-again.ts';
import { isAfter, newestOf } from './server-times.ts';

/** The comparison of one kind with the server, in both directions (SPEC L6). It is begun again after a restart. */
export interface Comparing {
  /** The feeds of one kind. */
  readonly feeds: readonly Feed[];
  readonly members: readonly ResidentId[];
  /** The server was set back: what it has counts, also where our copy is newer. */
  readonly isRestored: boolean;
  listing: { readonly at: number; readonly next: string | null; readonly pages: number } | null;
  /** What the server has, with its version as far as it says. */
  readonly listed: Map<ResourceKey, Listed>;
  /** Whether a list was cut short. Absence from it then says nothing at all. */
  isCut: boolean;
  /** Failures so far. */
  failures: number;
  fetch: readonly string[];
  /** Copies that the list does not show where they are, and resources that it shows although they count as deleted here. */
  absent: readonly {
    readonly resident: ResidentId;
    readonly key: ResourceKey;
    readonly updated: string | null;
  }[];
}

/** A resource on the server's list. */
interface Listed extends Pick<StoredResource, 'version' | 'updated'> {
  /** Whose it is. `null`: the list does not say, as where a server gives ids alone. */
  readonly resident: ResidentId | null;
}

export function beginComparing(
  feeds: readonly Feed[],
  members: readonly ResidentId[],
  isRestored: boolean,
): Comparing {
  const listing = { at: 0, next: null, pages: 0 };
  const found = { listed: new Map(), isCut: false, fetch: [], absent: [] };
  return { feeds, members, isRestored, listing, failures: 0, ...found };
}

/** Pages of ids. A longer list is cut, and absence from it says nothing (SPEC L9). */
const MOST_PAGES = 200;

/** Resources in one question by id. */
const FETCHED_AT_ONCE = 50;

/** One step of a comparison: a page of the list, a few resources, or one that is missing from the list. */
export async function reconcile(context: PullContext, comparing: Comparing): Promise<StepEnd> {
  if (comparing.listing !== null) return listPage(context, comparing, comparing.listing);
  if (comparing.fetch.length > 0) return fetchSome(context, comparing);
  if (comparing.absent.length > 0) return confirmOne(context, comparing);
  const now = context.now();
  const newest = newestOf([...comparing.listed.values()].map(({ updated }) => updated));
  const ended = await Promise.all(
    comparing.feeds.map(async (feed): Promise<Checkpoint> => {
      const checkpoint = await checkpointOf(context, feed);
      const done = { ...checkpoint, reconciledAt: now, serverEpoch: await context.serverEpoch() };
      if (!comparing.isRestored) return done;
      // A time that the restored server has not come to yet would hide all rows before it.
      const { reached: _former, ...set } = done;
      return { ...set, highWater: newest, run: null };
    }),
  );
  await applyStep(context, [], ended);
  return { state: 'did', residents: [], isDone: true };
}

async function listPage(
  context: PullContext,
  comparing: Comparing,
  { at, next, pages }: NonNullable<Comparing['listing']>,
): Promise<StepEnd> {
  const feed = comparing.feeds[at];
  if (feed === undefined) return compare(context, comparing);
  const page =
    next === null
      ? await askFeed(
          context,
          { ...feed, more: bare(feed.more) },
          comparing.members,
          `&_elements=${elementsOf(feed.kind)}&_count=500`,
        )
      : await askNext(context, feed, next);
  if (page.state === 'failed') {
    // A dead link ends nothing: the list of this feed is read again from its start.
    comparing.listing = { at, next: null, pages: 0 };
    return page;
  }
  if (page.state === 'withheld') comparing.isCut = true;
  else {
    list(context, comparing, page.rows);
    comparing.isCut ||= page.gaps.length + page.refused.length > 0 || (page.more && page.next === null);
  }
  const more = page.state === 'loaded' ? page.next : null;
  const isEndless = more !== null && pages >= MOST_PAGES;
  comparing.isCut ||= isEndless;
  comparing.listing =
    more === null || isEndless ? { at: at + 1, next: null, pages: 0 } : { at, next: more, pages: pages + 1 };
  return { state: 'did', residents: [], isDone: false };
}

/** Notes what a page lists. What is somebody else's is no member's, whatever the list was asked for. */
function list({ base }: PullContext, comparing: Comparing, rows: readonly PageRow[]): void {
  const { members, feeds, listed } = comparing;
  const asked = new Set(members);
  for (const row of rows.filter(({ isMatch }) => isMatch)) {
    // A list of another type is no answer, so absence from it says nothing.
    if (row.stored.type !== feeds[0]?.kind) {
      comparing.isCut = true;
      continue;
    }
    const resident = residentOf(row, base, asked);
    if (resident === null && saysWhose(row)) continue;
    const { version, updated } = row.stored;
    listed.set(keyOf(row.stored), { version, updated, resident });
  }
}

/** A list of ids needs nothing to come along. */
function bare(more: string): string {
  return more.replace(/&_include=[^&]*/g, '');
}

async function compare(context: PullContext, comparing: Comparing): Promise<StepEnd> {
  const { listed, members, feeds, isRestored, isCut } = comparing;
  const kind = feeds[0]?.kind ?? '';
  const held = new Map<ResourceKey, Map<ResidentId, HeldVersion>>();
  const absent: Comparing['absent'][number][] = [];
  for (const resident of members)
    for (const [key, version] of await context.copies.versions(resident)) {
      if (!key.startsWith(`${kind}/`)) continue;
      held.set(key, (held.get(key) ?? new Map<ResidentId, HeldVersion>()).set(resident, version));
      const theirs = listed.get(key);
      // What the list names under another resident is no longer this one's, also where the list was cut.
      const isMissing =
        theirs === undefined ? !isCut : theirs.resident !== null && theirs.resident !== resident;
      if (!version.isDeleted && isMissing) absent.push({ resident, key, updated: version.updated });
    }
  const fetch: string[] = [];
  for (const [key, theirs] of context.guards.twoWays ? listed : []) {
    const [resident, ours] = oursOf(held.get(key), theirs);
    if (!differs(ours, theirs, isRestored)) continue;
    // What counts as deleted here in this version is asked for by its id: a list may lag behind a deletion.
    const isDoubtful =
      ours?.isDeleted === true &&
      !isRestored &&
      (!isAfter(theirs.updated, ours.updated) || isTombstoneGivenAgain(ours, theirs));
    if (isDoubtful) absent.push({ resident, key, updated: theirs.updated });
    else fetch.push(key.slice(kind.length + 1));
  }
  comparing.fetch = fetch;
  comparing.absent = absent;
  comparing.listing = null;
  return { state: 'did', residents: [], isDone: false };
}

/** Our copy of what the list names: that of the resident whose it is, or any where the list does not say. */
function oursOf(
  held: ReadonlyMap<ResidentId, HeldVersion> | undefined,
  { resident }: Listed,
): readonly [ResidentId, HeldVersion | undefined] {
  if (resident !== null) return [resident, held?.get(resident)];
  const all = [...(held ?? [])];
  return all.find(([, { isDeleted }]) => !isDeleted) ?? all[0] ?? ['', undefined];
}

function differs(
  ours: HeldVersion | undefined,
  theirs: Pick<StoredResource, 'version' | 'updated'>,
  isRestored: boolean,
): boolean {
  if (ours === undefined || ours.isDeleted) return true;
  if (isRestored) return theirs.version !== ours.version || theirs.updated !== ours.updated;
  return theirs.updated !== null && isAfter(theirs.updated, ours.updated);
}

async function fetchSome(context: PullContext, comparing: Comparing): Promise<StepEnd> {
  const kind = comparing.feeds[0]?.kind ?? 'Patient';
  const ids = comparing.fetch.slice(0, FETCHED_AT_ONCE);
  const feed: Feed = { name: kind, kind, by: '_id', more: '' };
  const page = await askFeed(context, feed, ids, `&_count=${ids.length}`);
  if (page.state === 'failed') return page;
  const { changes } =
    page.state === 'loaded'
      ? placed(page.rows, { kind, base: context.base, residents: comparing.members })
      : { changes: [] };
  const { residents } = await applyStep(
    context,
    changes.map((change) => asRestored(change, comparing)),
    [],
  );
  comparing.fetch = comparing.fetch.slice(FETCHED_AT_ONCE);
  return { state: 'did', residents, isDone: false };
}

function asRestored(change: RecordChange, { isRestored }: Comparing): RecordChange {
  return isRestored ? { ...change, isRestored } : change;
}

/** L5. One request for one resource of which the list and the copies here say different things. */
async function confirmOne(context: PullContext, comparing: Comparing): Promise<StepEnd> {
  const [one, ...others] = comparing.absent;
  if (one === undefined) return { state: 'did', residents: [], isDone: false };
  const [type = '', id = ''] = one.key.split('/');
  const { resident, key, updated } = one;
  const gone = { deleted: [{ key, updated }], present: [], refused: [], moved: [] };
  const confirmed = context.guards.confirmAbsence
    ? await confirmAbsence(context, [{ resident, type, id, updated }])
    : gone;
  const { deleted, present, refused, moved } = confirmed;
  if (deleted.length + present.length + refused.length + moved.length === 0) {
    // What the server says nothing about is asked for once more, and holds up nothing else until then.
    comparing.absent = [...others, one];
    return { state: 'failed', code: 'unreachable', retryAfterMs: null };
  }
  comparing.absent = others;
  const change: RecordChange = {
    resident,
    put: [],
    returned: present,
    deleted,
    forgotten: [...refused, ...moved],
    kinds: {},
  };
  const { residents } = await applyStep(context, [asRestored(change, comparing)], []);
  return { state: 'did', residents, isDone: false };
}
