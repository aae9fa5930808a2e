import { CALM, STORMY, type FaultRates } from '../faults.ts';
import { oneOf } from '../seeded.ts';
import { VirtualTime } from '../virtual-time.ts';
import { faultsOf } from './model-faults.ts';
import { modelNetwork } from './model-network.ts';
import { pull, reconcile } from './model-pull.ts';
import { pushOne, retireOne, type ModelClient } from './model-push.ts';
import { ModelServer, type Version, type Write } from './model-server.ts';
import { ModelStore } from './model-store.ts';
import type { Behaviour, Rules } from './rules.ts';

/** One press of a person. A double click is one press. */
export interface Press {
  readonly client: string;
  readonly kind: 'create' | 'update';
  /** More than one only where nothing keeps a double click apart. */
  readonly intents: readonly string[];
}

export interface ModelResult {
  /** What must never be. Empty: the run is good. */
  readonly faults: readonly string[];
  readonly intents: number;
  readonly conflicts: number;
  readonly transientDoubles: number;
}

const MINUTE = 60_000;
const DAY = 120 * MINUTE;
const QUIET = 40 * MINUTE;
const SEEDED = 12;
const FIELDS = ['diet', 'mobility'];
/** A record that is there from the beginning, and is shown to the clients only later. Nobody edits it. */
const GRANTED = 'granted';
const PRESSES_EACH = 17;

class Crash extends Error {}

interface Weather {
  rates: FaultRates;
  /** How often a client crashes at a step, and how often its computer sleeps after a round. From 0 to 1. */
  crashes: number;
  sleeps: number;
  isOver: boolean;
}

/** Two clients and an outside editor at one server for two hours, and 40 quiet minutes. */
export async function runModel(seed: number, behaviour: Behaviour, rules: Rules): Promise<ModelResult> {
  const time = new VirtualTime(seed);
  const server = new ModelServer(time, behaviour);
  const weather: Weather = { rates: CALM, crashes: 0, sleeps: 0, isOver: false };
  const presses: Press[] = [];
  const clients = ['ward', 'office'].map((name): ModelClient => ({
    name,
    time,
    store: new ModelStore(),
    network: {
      read: (ask) => modelNetwork(time, server, weather.rates).read(ask),
      write: (ask) => modelNetwork(time, server, weather.rates).write(ask),
    },
    behaviour,
    rules,
    step() {
      if (time.random() < weather.crashes) throw new Crash();
    },
  }));
  for (let n = 0; n < SEEDED; n++) await time.until(server.write(seedWrite(`seed-${n}`)));
  if (behaviour.grantsLate) {
    await time.until(server.write(seedWrite(GRANTED)));
    server.hideUntil(GRANTED, time.now() + 30 * MINUTE);
  }
  weather.rates = STORMY;
  weather.crashes = behaviour.crashes;
  weather.sleeps = behaviour.sleeps;
  for (const client of clients) {
    void live(client, weather);
    for (let n = 0; n < PRESSES_EACH; n++)
      time.at(time.now() + MINUTE + time.random() * (DAY - MINUTE), () => press(client, presses));
  }
  void editOutside(time, server);
  await time.pass(DAY);
  weather.rates = CALM;
  weather.crashes = 0;
  weather.sleeps = 0;
  await time.pass(QUIET);
  weather.isOver = true;
  await time.pass(10 * MINUTE);
  return resultOf(server, clients, presses);
}

function resultOf(
  server: ModelServer,
  clients: readonly ModelClient[],
  presses: readonly Press[],
): ModelResult {
  const created = new Map<string, Set<string>>();
  for (const { key, intent, version } of server.log)
    if (intent !== null && version === 1) created.set(intent, (created.get(intent) ?? new Set()).add(key));
  return {
    faults: faultsOf(server, clients, presses),
    intents: presses.length,
    conflicts: clients.flatMap(({ store }) => store.outbox).filter(({ state }) => state === 'conflict')
      .length,
    transientDoubles: [...created.values()].reduce((sum, keys) => sum + keys.size - 1, 0),
  };
}

async function live(client: ModelClient, weather: Weather): Promise<void> {
  while (!weather.isOver) {
    try {
      await reconcile(client);
      await pull(client);
      await retireOne(client);
      for (let n = 0; n < 4; n++) if (!(await pushOne(client))) break;
      await client.time.wait(15_000);
      // The computer sleeps for a while.
      if (client.time.random() < weather.sleeps) await client.time.wait(client.time.random() * 25 * MINUTE);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      // The restart of the browser.
      await client.time.wait(5_000 + client.time.random() * 60_000);
    }
  }
}

function press({ name, time, store, rules, behaviour }: ModelClient, presses: Press[]): void {
  const { random } = time;
  const live = [...store.cache]
    .filter(([key, { body }]) => body !== null && key !== GRANTED)
    .map(([key]) => key);
  const kind = live.length === 0 || random() < 0.5 ? 'create' : 'update';
  const id = () => `${name}-${presses.length}-${Math.floor(random() * 1e9)}`;
  const intents = [id()];
  const isDouble = random() < 0.3;
  if (isDouble && !rules.uniqueIntent) intents.push(id());
  const field = oneOf(random, FIELDS);
  const key =
    kind === 'update' ? oneOf(random, live) : behaviour.level === 'B' ? null : `${intents[0]}-resource`;
  for (const [n, intent] of intents.entries()) {
    const made = kind === 'create' && key !== null && n > 0 ? `${intent}-resource` : key;
    const from = kind === 'update' ? store.shown(key ?? '', field) : null;
    const entry = {
      intent,
      kind,
      field,
      from,
      to: `by ${intent}`,
      key: made,
      state: 'queued',
      notBefore: 0,
      attempts: 0,
      sentOn: null,
      sentAt: 0,
      verifiedOn: null,
      wasUnknown: false,
    } as const;
    store.enqueue(entry);
    if (isDouble && rules.uniqueIntent) store.enqueue(entry);
  }
  presses.push({ client: name, kind, intents });
}

/** Somebody at another system: edits, takes a colleague's edit back, deletes. */
async function editOutside(time: VirtualTime, server: ModelServer): Promise<void> {
  const end = time.now() + DAY;
  while (time.now() < end) {
    await time.wait(time.random() * 4 * MINUTE);
    const live = server.live().filter(({ key }) => key !== GRANTED);
    if (live.length === 0) continue;
    const ofClients = live.filter(({ by, version }) => by !== 'outside' && version > 1);
    const chance = time.random();
    if (chance < 0.1) {
      // An import of another system touches many at once.
      await Promise.all(live.slice(0, 9).map((target) => server.write(outside(target, noted(target)))));
    } else if (chance < 0.5 && ofClients.length > 0) {
      const target = ofClients.sort((a, b) => b.committed - a.committed)[0]!;
      const before = server.log.find(
        ({ key, version }) => key === target.key && version === target.version - 1,
      );
      if (before?.body) await server.write(outside(target, before.body));
    } else if (chance < 0.9) {
      const target = oneOf(time.random, live);
      const fields = {
        ...target.body?.fields,
        [oneOf(time.random, FIELDS)]: `outside ${Math.floor(time.random() * 1e9)}`,
      };
      await server.write(outside(target, { ...target.body!, fields, stamp: null }));
    } else {
      const target = oneOf(time.random, live);
      // Nobody deletes what came a moment ago; with A−, a late copy of its creation would bring it back.
      if (target.key.startsWith('seed')) await server.write(outside(target, null));
    }
  }
}

function noted({ body, version }: Version): Version['body'] {
  return body && { ...body, fields: { ...body.fields, note: `import on ${version}` }, stamp: null };
}

function outside(target: Version, body: Version['body']): Write {
  return {
    key: target.key,
    body,
    by: 'outside',
    intent: null,
    seen: target.version,
    ifMatch: target.version,
    ifNoneMatch: false,
    ifNoneExist: null,
    marker: null,
  };
}

function seedWrite(key: string): Write {
  const fields = { diet: `first of ${key}`, mobility: `first of ${key}` };
  return {
    key,
    body: { fields, stamp: null, identifier: null },
    by: 'outside',
    intent: null,
    seen: null,
    ifMatch: null,
    ifNoneMatch: false,
    ifNoneExist: null,
    marker: null,
  };
}
