import type { Heard } from './model-network.ts';
import type { Answered, Version } from './model-server.ts';
import type { ModelClient } from './model-push.ts';
import type { Run } from './model-store.ts';

/** Rows. Small, so that most pulls have several pages. */
const PAGE = 3;
/** Milliseconds. */
const RECONCILE_EVERY = 10 * 60_000;

/** Reads what changed since the last pull. */
export async function pull(client: ModelClient): Promise<void> {
  const { store, network, rules } = client;
  const begin: Run = { since: store.highWater - rules.overlapMs, offset: 0, isFresh: false };
  store.run = (rules.beginsAgain ? null : store.run) ?? begin;
  for (;;) {
    const asked: Run = store.run;
    const heard = await network.read((server) =>
      server.search({ ...asked, inclusive: rules.asksInclusively, count: PAGE }),
    );
    client.step();
    if (!isRead(heard)) return;
    const next = keep(client, asked, heard);
    if (next === null) return;
  }
}

/** The cursor is stored with its page, or, with the rule taken away, before it. */
function keep(client: ModelClient, asked: Run, { versions: rows, more }: Answered): Run | null {
  const { store, rules } = client;
  const newest = Math.max(store.highWater, ...rows.map(({ updated }) => updated));
  if (!rules.cursorWithPage) {
    store.highWater = newest;
    client.step();
  }
  const isFresh = rows.filter((row) => store.put(row)).length > 0;
  const next = nextRun(client, asked, rows, more, isFresh);
  store.run = next;
  // While an instant is read by position, what lies behind it may have been passed over.
  const isBehindRun = next !== null && rules.repeatsInstants;
  store.highWater = isBehindRun ? Math.max(store.highWater, next.since) : newest;
  return next;
}

function nextRun(
  { rules }: ModelClient,
  { since, offset, isFresh: wasFresh }: Run,
  rows: readonly Version[],
  more: boolean,
  isFresh: boolean,
): Run | null {
  const further: Run = { since, offset: offset + rows.length, isFresh: wasFresh || isFresh };
  if (!rules.pagesByKeyset) return more ? further : null;
  const last = rows.at(-1)?.updated ?? since;
  // Inside one instant only the position goes on.
  if (more && last === since) return further;
  // A row that was written anew has left the instant, and moved another one over the border of two pages.
  if (offset > 0 && further.isFresh && rules.repeatsInstants) return { since, offset: 0, isFresh: false };
  return more ? { since: last, offset: 0, isFresh: false } : null;
}

/** Compares what is here with what is there, in both directions. */
export async function reconcile(client: ModelClient): Promise<void> {
  const { store, network, rules, time } = client;
  if (time.now() - store.reconciledAt < RECONCILE_EVERY) return;
  const heard = await network.read((server) => server.all());
  client.step();
  if (!isRead(heard)) return;
  const there = new Map(heard.versions.map((version) => [version.key, version]));
  for (const [key, { body }] of store.cache) {
    if (body === null || there.has(key)) continue;
    const status = rules.confirmsAbsence ? await statusOf(client, key) : 404;
    if (status === null) return;
    if (status === 404 || status === 410) store.bury(key, time.now());
  }
  if (rules.reconcilesBothWays) for (const key of there.keys()) await fetchMissing(client, key);
  store.reconciledAt = time.now();
}

async function fetchMissing(client: ModelClient, key: string): Promise<void> {
  if (client.store.cache.has(key)) return;
  const read = await client.network.read((server) => server.read(key));
  client.step();
  const found = isRead(read) ? read.versions[0] : undefined;
  if (found) client.store.put(found);
}

async function statusOf(client: ModelClient, key: string): Promise<number | null> {
  const read = await client.network.read((server) => server.read(key));
  client.step();
  return isRead(read) ? read.status : null;
}

function isRead(heard: Heard): heard is NonNullable<Heard> {
  return heard !== null && heard.status < 500;
}
