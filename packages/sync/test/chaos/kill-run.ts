import { createFhirServer, type FhirResource, type FhirServer } from '@ehch/dev-server';
import type { Operation, OperationAuthor, OperationPart, Store } from '@ehch/store';
import type { PullGuards } from '../../src/pull/guards.ts';
import { ChaosClient } from './chaos-client.ts';
import { chaosHome, FOUND, RESIDENTS, ROSTER } from './chaos-home.ts';
import { SOURCE, uuid } from './chaos-presses.ts';
import { probe } from './chaos-run.ts';
import type { Death } from './client-window.ts';
import { serveAndRecord } from './fault-network.ts';
import { CALM } from './faults.ts';
import { brokenInvariants } from './invariants/invariants.ts';
import { observe } from './observe.ts';
import type { ServedRequest } from './served-request.ts';
import { VirtualTime } from './virtual-time.ts';

export interface KillResult {
  /** What must never be, in words. */
  readonly broken: readonly string[];
  /** The calls of the window that did the whole day, where none was killed. */
  readonly calls: readonly string[];
}

const MINUTE = 60_000;
const NURSE: OperationAuthor = {
  sub: 'nurse',
  display: 'Fictional nurse',
  reference: 'Practitioner/nurse',
  role: 'nurse',
};
/** She moves out in the course of the day. */
const LEAVES = 'clara';

/**
 * A scripted day: a first load, three assessments, an edit that meets a colleague's, an increment, and a resident who
 * moves out. A window dies at one call, and the next one has to go on by itself.
 *
 * @param death `null`: nobody dies
 */
export async function runKilledDay(
  death: Death | null,
  store: Store,
  pullGuards: Partial<PullGuards> = {},
): Promise<KillResult> {
  const time = new VirtualTime(1);
  const server = createFhirServer({ clock: () => time.now(), random: time.random, resources: chaosHome() });
  const requests: ServedRequest[] = [];
  const served = (request: ServedRequest) => void requests.push(request);
  const profile = await time.until(probe(time, server));
  await time.pass(10 * MINUTE);
  // Records of several days lie there when the load begins, so that its high water lies behind the oldest of them.
  server.load(RESIDENTS.map(yesterdays));
  const weather = { rates: CALM, callsOfLife: null };
  const client = new ChaosClient({
    name: 'ward',
    time,
    server,
    profile,
    weather,
    served,
    store,
    attention: 'hidden',
    firstDeath: death,
    pullGuards,
  });
  client.user = NURSE;
  void client.live();
  await time.pass(2 * MINUTE);
  for (let n = 0; n < 3; n++) await time.until(client.store.outbox.enqueue(pressed(time, [finding(n)])));
  await time.pass(MINUTE);
  change(server, time, served, 'CarePlan', 'agnes-careplan', (plan) => ({
    ...plan,
    title: 'as the GP wrote it',
  }));
  await time.until(client.store.outbox.enqueue(pressed(time, [edit()])));
  await time.pass(2 * MINUTE);
  change(server, time, served, 'List', ROSTER, ({ entry, ...list }) => ({
    ...list,
    entry: (entry as { item: { reference: string } }[]).filter(
      ({ item }) => item.reference !== `Patient/${LEAVES}`,
    ),
  }));
  await time.pass(60 * MINUTE);
  const residents = RESIDENTS.filter((resident) => resident !== LEAVES);
  const observed = await observe(server, [client], requests, residents);
  const broken = brokenInvariants(observed).map(({ invariant, what }) => `${invariant}: ${what}`);
  const { entries, acknowledgements } = observed.clients[0] ?? { entries: [], acknowledgements: [] };
  const left = await store.records(SOURCE).versions(LEAVES);
  if (left.size > 0) broken.push('the resident who moved out is still here');
  if (acknowledgements.length !== 3) broken.push(`${acknowledgements.length} of 3 assessments were accepted`);
  if (entries.map(({ state }) => state).join() !== 'conflict')
    broken.push('the conflict is not in front of a person');
  const { calls } = client;
  client.closeWindows();
  server.close();
  return { broken, calls };
}

function yesterdays(resident: string): FhirResource {
  const subject = { reference: `Patient/${resident}` };
  const code = { text: 'Pulse' };
  return {
    resourceType: 'Observation',
    id: `${resident}-pulse`,
    status: 'final',
    category: FOUND,
    code,
    subject,
  };
}

function pressed(time: VirtualTime, parts: readonly OperationPart[]): Operation {
  return {
    format: 1,
    intent: uuid(time.random),
    resident: 'agnes',
    class: 'clinical',
    author: NURSE,
    pressedAt: new Date(time.now()).toISOString(),
    clockOffsetMs: null,
    dependsOn: [],
    parts,
    about: { kind: 'note' },
  };
}

function finding(n: number): OperationPart {
  const id = `finding-${n}`;
  const body = {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: FOUND,
    code: { text: 'Temperature' },
    subject: { reference: 'Patient/agnes' },
  };
  return { op: 'create', type: 'Observation', id, body: JSON.stringify(body) };
}

function edit(): OperationPart {
  const from = { is: 'value', value: 'first title of agnes' } as const;
  const to = { is: 'value', value: 'as the nurse wrote it' } as const;
  return {
    op: 'update',
    type: 'CarePlan',
    id: 'agnes-careplan',
    base: '1',
    edits: [{ path: ['title'], from, to }],
  };
}

/** Somebody at another system changes a resource. */
function change(
  server: FhirServer,
  time: VirtualTime,
  served: (request: ServedRequest) => void,
  type: string,
  id: string,
  to: (resource: FhirResource) => object,
): void {
  const now = JSON.parse(server.repository.newest(type, id)?.json ?? '{}') as FhirResource;
  const request = {
    method: 'PUT',
    url: `${server.base}/${type}/${id}`,
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(to(now)),
    deadlineMs: 1000,
  } as const;
  serveAndRecord(server, request, { by: 'outside', session: null, at: time.now() }, served);
}
