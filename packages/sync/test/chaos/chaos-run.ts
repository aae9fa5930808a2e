import { createFhirServer, type FhirServer, type PersonalityChoice } from '@ehch/dev-server';
import { openMemoryStore, type OperationAuthor, type Store } from '@ehch/store';
import type { PullGuards } from '../../src/pull/guards.ts';
import type { PushGuards } from '../../src/push/guards.ts';
import { probeServer } from '../../src/probe/probe.ts';
import { profileOf } from '../../src/probe/server-profile.ts';
import { ChaosClient, type Weather } from './chaos-client.ts';
import { chaosHome, RESIDENTS } from './chaos-home.ts';
import { press, uuid } from './chaos-presses.ts';
import { faultNetwork } from './fault-network.ts';
import { CALM, STORMY } from './faults.ts';
import { brokenInvariants } from './invariants/invariants.ts';
import type { Broken, Observed } from './invariants/observed.ts';
import { observe } from './observe.ts';
import { editOutside } from './outside-editor.ts';
import { oneOf } from './seeded.ts';
import type { ServedRequest } from './served-request.ts';
import { VirtualTime } from './virtual-time.ts';

export interface ChaosOptions {
  readonly seed: number;
  readonly personality: PersonalityChoice;
  readonly guards?: Partial<PushGuards>;
  readonly pullGuards?: Partial<PullGuards>;
  /** What the server turns into once the probe has looked at it, as one that races only now and then. */
  readonly afterProbe?: PersonalityChoice;
  /** Virtual hours of bad weather. */
  readonly hours?: number;
  /** Whether the server is set back to a backup in the course of the run. */
  readonly isRestored?: boolean;
  /** Opens the store of a computer. Without it, a store in memory. */
  readonly openStore?: () => Promise<Store>;
}

export interface ChaosResult {
  readonly broken: readonly Broken[];
  readonly observed: Observed;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PRESSES_AN_HOUR = 15;

export const person = (sub: string): OperationAuthor => ({
  sub,
  display: `Fictional ${sub}`,
  reference: `Practitioner/${sub}`,
  role: 'nurse',
});
/** Two people share the ward's computer; one has the office's. */
const PEOPLE: Readonly<Record<string, readonly OperationAuthor[]>> = {
  ward: [person('nurse'), person('carer')],
  office: [person('manager')],
};

/** The real client against a server in this process, in bad weather, and then until all is quiet. */
export async function runChaos({
  seed,
  personality,
  afterProbe,
  hours = 1.5,
  isRestored = false,
  openStore = async () => openMemoryStore(),
  ...given
}: ChaosOptions): Promise<ChaosResult> {
  const time = new VirtualTime(seed);
  const server = createFhirServer({
    clock: () => time.now(),
    random: time.random,
    personality,
    resources: chaosHome(),
  });
  const requests: ServedRequest[] = [];
  const served = (request: ServedRequest) => void requests.push(request);
  const profile = await time.until(probe(time, server));
  if (afterProbe !== undefined) server.setPersonality(afterProbe);
  const weather: Weather = { rates: STORMY, callsOfLife: 80 };
  const clients = await Promise.all(
    Object.keys(PEOPLE).map(
      async (name) =>
        new ChaosClient({ ...given, store: await openStore(), name, time, server, profile, weather, served }),
    ),
  );
  const end = time.now() + hours * HOUR;
  for (const client of clients) {
    client.user = oneOf(time.random, PEOPLE[client.name] ?? []);
    void client.live();
    for (let n = 0; n < PRESSES_AN_HOUR * hours; n++)
      time.at(time.now() + MINUTE + time.random() * hours * HOUR, () => {
        if (client.user !== null) void press(client, time, client.user);
      });
  }
  if (isRestored) time.at(time.now() + (hours * HOUR) / 2, () => setBack(server, time, requests));
  void changeShifts(clients, time);
  void editOutside({ time, server, served }, end);
  await time.pass(hours * HOUR + MINUTE);
  weather.rates = CALM;
  weather.callsOfLife = null;
  for (const client of clients) client.closeWindows();
  await time.pass(2 * HOUR);
  const observed = await observe(server, clients, requests, RESIDENTS);
  for (const client of clients) client.closeWindows();
  server.close();
  return { broken: brokenInvariants(observed), observed };
}

/** How old the backup is to which a server is set back, in milliseconds. */
const BACKUP_AGE = 20 * MINUTE;

/** A restored server has forgotten what happened since its backup. */
export function setBack(server: FhirServer, time: VirtualTime, requests: ServedRequest[]): void {
  const to = time.now() - BACKUP_AGE;
  server.restore(to);
  for (const [at, request] of requests.entries())
    if (request.at > to) requests[at] = { ...request, writes: [] };
}

/** What the connection's probe finds out about the server. */
export async function probe(time: VirtualTime, server: FhirServer) {
  const http = faultNetwork({
    time,
    server,
    by: 'probe',
    session: () => null,
    rates: () => CALM,
    served: () => undefined,
  });
  const found = await probeServer({
    http,
    base: server.base,
    deadlineMs: 25_000,
    newId: () => uuid(time.random),
  });
  return profileOf(found);
}

/** Everybody of a computer signs in for a while, one after the other. */
async function changeShifts(clients: readonly ChaosClient[], time: VirtualTime): Promise<void> {
  for (;;) {
    await time.wait(10 * MINUTE + time.random() * 20 * MINUTE);
    for (const client of clients) {
      const people = PEOPLE[client.name] ?? [];
      client.user =
        people[(people.findIndex(({ sub }) => sub === client.user?.sub) + 1) % people.length] ?? null;
      client.push?.signedInAgain();
    }
  }
}
