import type { VirtualTime } from '../virtual-time.ts';
import type { ModelNetwork, Heard } from './model-network.ts';
import type { Answered, Body, Write } from './model-server.ts';
import type { Entry, ModelStore } from './model-store.ts';
import type { Behaviour, Rules } from './rules.ts';

export interface ModelClient {
  readonly name: string;
  readonly time: VirtualTime;
  readonly store: ModelStore;
  readonly network: ModelNetwork;
  readonly behaviour: Behaviour;
  readonly rules: Rules;
  /** A place where the client may crash. It throws. */
  step(): void;
}

/** Milliseconds. */
const CAP = 300_000;
const RETIRE_AFTER = [60_000, 180_000, 300_000];

/** Takes the first entry that is due as far as one or two requests bring it. */
export async function pushOne(client: ModelClient): Promise<boolean> {
  const { store, time } = client;
  const entry = store.outbox.find(
    (each) => each.state !== 'conflict' && each.notBefore <= time.now() && !isBehind(store, each),
  );
  if (entry === undefined) return false;
  // A row that says "sending" at the start of a step was left by a crash.
  if (entry.state === 'sending') becomeUnknown(client, entry, 0);
  client.step();
  await (entry.state === 'unknown' ? verify(client, entry) : send(client, entry));
  return true;
}

/** Whether an earlier entry of the same resource still waits. */
function isBehind({ outbox }: ModelStore, entry: Entry): boolean {
  return outbox.some(({ n, key }) => n < entry.n && key !== null && key === entry.key);
}

function becomeUnknown({ time }: ModelClient, entry: Entry, attempts = entry.attempts): void {
  entry.state = 'unknown';
  entry.wasUnknown = true;
  entry.notBefore = time.now() + time.random() * Math.min(CAP, 1000 * 2 ** attempts);
}

function isKnown(heard: Heard): heard is Answered {
  return heard !== null && heard.status < 500;
}

async function verify(client: ModelClient, entry: Entry): Promise<void> {
  const { rules, behaviour, network, time } = client;
  const readsBack = entry.kind === 'create' ? rules.readsBackCreates : rules.readsBackUpdates;
  if (!readsBack) return queue(entry);
  if (behaviour.level === 'B' && entry.kind === 'create') {
    // A conditional create reads back by itself, once the one before has surely ended.
    const due = entry.sentAt + rules.waitsBeforeRepost;
    if (time.now() < due) entry.notBefore = due;
    else queue(entry);
    return;
  }
  if (behaviour.level === 'A' && rules.looksForMark) {
    const marker = await network.read((server) => server.hasMarker(entry.intent));
    client.step();
    if (!isKnown(marker)) return becomeUnknown(client, entry);
    return marker.status === 200 ? acceptAsRead(client, entry) : queue(entry);
  }
  return verifyByResource(client, entry);
}

async function verifyByResource(client: ModelClient, entry: Entry): Promise<void> {
  const { rules, behaviour, network } = client;
  const key = entry.key ?? '';
  if (behaviour.hasHistory && rules.looksForMark) {
    const history = await network.read((server) => server.history(key));
    client.step();
    if (!isKnown(history)) return becomeUnknown(client, entry);
    const isOurs = history.versions.some(({ intent }) => intent === entry.intent);
    return isOurs ? acceptAsRead(client, entry) : queueOn(entry, history.versions.at(-1)?.version);
  }
  const read = await network.read((server) => server.read(key));
  client.step();
  if (!isKnown(read)) return becomeUnknown(client, entry);
  const found = read.versions[0];
  // The id of a create is ours alone, so whatever is there came of it.
  if (entry.kind === 'create') return read.status === 404 ? queue(entry) : acceptAsRead(client, entry);
  if (found?.body?.stamp === entry.intent) return client.store.accept(entry, found, []);
  if (!rules.looksForMark) return queue(entry);
  if (found?.version === entry.sentOn) return queueOn(entry, entry.sentOn);
  // Somebody changed it since, and nothing shows whether ours came before.
  entry.state = 'conflict';
}

function queue(entry: Entry): void {
  entry.state = 'queued';
}

/** Between this read and the next attempt, a slow one before it may still arrive and be taken back by a colleague. */
function queueOn(entry: Entry, version: number | null = null): void {
  entry.verifiedOn = version;
  queue(entry);
}

async function acceptAsRead({ store, network, step }: ModelClient, entry: Entry): Promise<void> {
  const read = await network.read((server) => server.read(entry.key ?? ''));
  step();
  store.accept(entry, (isKnown(read) && read.versions[0]) || null, []);
}

async function send(client: ModelClient, entry: Entry): Promise<void> {
  const write = entry.kind === 'create' ? creation(client, entry) : await update(client, entry);
  if (write === null) return;
  const { network, store, rules, behaviour, time } = client;
  entry.state = 'sending';
  entry.attempts += 1;
  entry.sentOn = write.seen;
  entry.sentAt = time.now();
  client.step();
  const heard = await network.write((server) => server.write(write));
  client.step();
  if (heard !== null && heard.status >= 500 && !rules.takes5xxAsUnknown) return queue(entry);
  if (!isKnown(heard)) return becomeUnknown(client, entry);
  if (heard.status === 412) {
    // A proxy that sent it twice may answer with the refusal of the second copy, after the first has taken effect.
    const mayBeOurs = rules.looksBackAfter412 || entry.wasUnknown || entry.kind === 'create';
    return mayBeOurs ? becomeUnknown(client, entry, 0) : queue(entry);
  }
  const retires = behaviour.level === 'B' && entry.kind === 'create' && rules.retiresDoubles;
  store.accept(
    entry,
    heard.versions[0] ?? null,
    retires ? RETIRE_AFTER.map((after) => time.now() + after) : [],
  );
}

function creation({ name, behaviour, rules }: ModelClient, entry: Entry): Write {
  const isConditional = rules.takes5xxAsUnknown;
  return {
    ...common(name, entry),
    key: behaviour.level === 'B' ? null : entry.key,
    body: { fields: { [entry.field]: entry.to }, stamp: entry.intent, identifier: entry.intent },
    seen: null,
    ifMatch: null,
    ifNoneMatch: behaviour.level !== 'B',
    ifNoneExist: behaviour.level === 'B' && isConditional ? entry.intent : null,
    marker: behaviour.level === 'A' ? entry.intent : null,
  };
}

/** Makes the body on the server's newest version. `null`: nothing is to be sent now. */
async function update(client: ModelClient, entry: Entry): Promise<Write | null> {
  const { name, network, rules, behaviour } = client;
  const read = await network.read((server) => server.read(entry.key ?? ''));
  client.step();
  if (!isKnown(read)) {
    entry.notBefore = client.time.now() + 5_000;
    return null;
  }
  const current = read.versions[0];
  if (current === undefined || current.body === null) {
    entry.state = 'conflict';
    return null;
  }
  if (rules.sendsOnVerified && mustBeOnVerified(client, entry) && current.version !== entry.verifiedOn) {
    becomeUnknown(client, entry, 0);
    return null;
  }
  const isBlind = entry.attempts > 0 && !rules.readsBackUpdates;
  if (!isBlind && current.body.fields[entry.field] !== entry.from) {
    if (current.body.fields[entry.field] === entry.to) client.store.accept(entry, current, []);
    else entry.state = 'conflict';
    return null;
  }
  const body: Body = {
    ...current.body,
    fields: { ...current.body.fields, [entry.field]: entry.to },
    stamp: entry.intent,
  };
  return {
    ...common(name, entry),
    key: entry.key,
    body,
    seen: current.version,
    ifMatch: rules.sendsIfMatch ? current.version : null,
    ifNoneMatch: false,
    ifNoneExist: null,
    marker: behaviour.level === 'A' && rules.readsBackUpdates && rules.looksForMark ? entry.intent : null,
  };
}

/** A marker in the transaction refuses a second effect by itself. Without one, only the version does. */
function mustBeOnVerified({ rules, behaviour }: ModelClient, { wasUnknown }: Entry): boolean {
  return wasUnknown && behaviour.level !== 'A' && rules.readsBackUpdates && rules.looksForMark;
}

function common(by: string, { intent }: Entry): Pick<Write, 'by' | 'intent'> {
  return { by, intent };
}

/** Looks whether a conditional create made more than one, and takes back what is too many. */
export async function retireOne(client: ModelClient): Promise<void> {
  const { store, network, time, name } = client;
  const due = store.retirements.find(({ at }) => at[0] !== undefined && at[0] <= time.now());
  if (due === undefined) return;
  const found = await network.read((server) => server.byIdentifier(due.intent));
  client.step();
  if (!isKnown(found)) return;
  for (const { key, version } of found.versions.filter((each) => each.key !== due.keep)) {
    await network.write((server) =>
      server.write({
        key,
        body: null,
        by: name,
        intent: null,
        seen: version,
        ifMatch: version,
        ifNoneMatch: false,
        ifNoneExist: null,
        marker: null,
      }),
    );
    client.step();
  }
  due.at = due.at.slice(1);
}
