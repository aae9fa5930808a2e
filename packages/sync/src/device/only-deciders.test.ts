import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError, type CareIntent, type PlaceConfiguration } from '@ehch/clinical';
import { createFhirServer } from '@ehch/dev-server';
import { NURSE } from '../actions/actions.fixtures.ts';
import type { EngineConfiguration, SignedIn } from '../engine-configuration.ts';
import type { HttpRequest, HttpResponse } from '../http/http.ts';
import { deviceTiming } from '../timing.ts';
import { SIGNED_IN, until } from './before-sign-in.fixtures.ts';
import { createDeviceEngine } from './device-engine.ts';

const DAY_MS = 86_400_000;
const GP: SignedIn = { ...NURSE, sub: 'obi', display: 'Dr Obi', role: 'GP', reference: 'Practitioner/obi' };
/** The clock of the server. This device may have another one. */
const SERVER_NOW = Date.parse('2026-11-30T10:00:00Z');

function placeUntil(day: string | null): PlaceConfiguration {
  return {
    id: 'here',
    title: 'Here',
    version: '1',
    owner: 'tests',
    dated: '2026-01-01',
    signedOff: null,
    homes: [],
    bankHolidays: [],
    staleAfterMinutes: 60,
    contacts: [],
    deciders: [{ kind: 'role', who: 'GP', until: day }],
  };
}

/** A server that lets nobody write a plan, and answers every other question. */
function refusesPlan({ method, body }: HttpRequest): HttpResponse | null {
  const isPlan = method !== 'GET' && body?.includes('"Provenance"') === true;
  return isPlan ? { status: 403, headers: {}, text: '' } : null;
}

/** One PC on which one person after the other signs in. */
function pc({ behindMs = 0, last = null }: { behindMs?: number; last?: string | null } = {}) {
  const server = createFhirServer({ base: SIGNED_IN.fhirBaseUrl, clock: () => SERVER_NOW });
  const plug: { isIn: boolean; before: (request: HttpRequest) => HttpResponse | null } = {
    isIn: true,
    before: () => null,
  };
  const device = deviceTiming();
  const started = device.now();
  const now = () => SERVER_NOW - behindMs + (device.now() - started);
  const engine = createDeviceEngine({
    connect: () => ({
      async request(request) {
        if (!plug.isIn) throw new EhchError('unreachable', 'The plug is pulled.');
        return plug.before(request) ?? server.request(request);
      },
    }),
    onChange: () => undefined,
    timing: { ...device, now },
  });
  const place = placeUntil(last);
  return {
    engine,
    plug,
    now: () => new Date(now()).toISOString(),
    signIn: (user: SignedIn) => engine.configure({ ...SIGNED_IN, place, user } satisfies EngineConfiguration),
    /** A GP decides that there is to be no CPR. */
    async decides(id: string) {
      const at = new Date(now()).toISOString();
      const after = { decision: 'do-not-attempt', signedBy: GP.display, signedOn: at.slice(0, 10) };
      const intent: CareIntent = {
        id: `00000000-0000-4000-8000-0000000000${id}`,
        resident: 'one',
        pressedAt: at,
        what: {
          kind: 'plan-line',
          act: 'add',
          of: 'cpr',
          line: null,
          before: null,
          after,
          reason: null,
          by: { name: GP.display, role: GP.role },
          decider: { kind: 'role', who: 'GP', until: last },
        },
      };
      const receipt = await engine.enqueue({ intent, now: at });
      return { intent: intent.id, receipt };
    },
  };
}

test('P20: a decision that waits is sent by nobody whom the place does not name, and they are told why', async () => {
  const { engine, plug, signIn, decides, now } = pc();
  await signIn(GP);
  plug.before = refusesPlan;
  const { intent } = await decides('d1');
  const held = await until(
    () => engine.waiting(null),
    (list) => list.some(({ state }) => state === 'held'),
  );
  assert.equal(held[0]?.why, undefined, 'a decider may send it');

  await signIn(NURSE);
  const [seen] = await engine.waiting(null);
  assert.match(seen?.why?.join(' ') ?? '', /names nobody who is signed in here for this decision/);
  for (const kind of ['try-again', 'mine'] as const)
    await assert.rejects(engine.decide({ intent, decision: { kind }, now: now() }), { code: 'forbidden' });
  assert.equal((await engine.waiting(null))[0]?.state, 'held');

  await signIn(GP);
  plug.before = () => null;
  await engine.decide({ intent, decision: { kind: 'try-again' }, now: now() });
  await until(
    async () => (await engine.receiptsOf({ intents: [intent] }))[intent],
    (receipt) => receipt?.state === 'sent',
  );
  await engine.close();
});

test('P20: anybody may give a decision up that is not in force, with a reason', async () => {
  const { engine, plug, signIn, decides, now } = pc();
  await signIn(GP);
  plug.before = refusesPlan;
  const { intent } = await decides('d2');
  await until(
    () => engine.waiting(null),
    (list) => list.length === 1,
  );
  await signIn(NURSE);
  await engine.decide({ intent, decision: { kind: 'discard', why: 'Said on the telephone.' }, now: now() });
  assert.deepEqual(await engine.waiting(null), []);
  await engine.close();
});

test('P20: a clock that was set back brings nobody’s last day back, once the server has said what day it is', async () => {
  const { engine, plug, signIn, decides, now } = pc({ behindMs: 10 * DAY_MS, last: '2026-11-21' });
  plug.isIn = false;
  await signIn(GP);
  // Nobody here can know better.
  assert.notEqual((await decides('d3')).receipt.state, 'refused');
  plug.isIn = true;
  await engine.openResident({ resident: 'one', now: now() });
  await until(
    () => engine.status(null),
    ({ clockOffsetMs }) => clockOffsetMs !== undefined,
  );
  assert.equal((await decides('d4')).receipt.state, 'refused');
  await engine.close();
});

test('P20: whoever a newer place file takes off decides nothing more at once, also after what lies here was erased', async () => {
  const { engine, plug, signIn, decides } = pc();
  plug.isIn = false;
  await signIn(GP);
  assert.notEqual((await decides('d5')).receipt.state, 'refused');
  await engine.nameDeciders({ deciders: [] });
  assert.equal((await decides('d6')).receipt.state, 'refused');
  await engine.wipe({ shown: await engine.heldHere(null) });
  assert.equal((await decides('d7')).receipt.state, 'refused');
  await engine.nameDeciders({ deciders: [{ kind: 'person', who: GP.display, until: null }] });
  assert.notEqual((await decides('d8')).receipt.state, 'refused');
  // The same configuration again starts nothing anew, and its place file counts.
  await engine.nameDeciders({ deciders: [] });
  await signIn(GP);
  assert.notEqual((await decides('d9')).receipt.state, 'refused');
  await engine.close();
});

test('P20: who was taken off while a decision waits is told why, and sends it no more', async () => {
  const { engine, plug, signIn, decides, now } = pc();
  await signIn(GP);
  plug.before = refusesPlan;
  const { intent } = await decides('da');
  await until(
    () => engine.waiting(null),
    (list) => list.some(({ state }) => state === 'held'),
  );
  await engine.nameDeciders({ deciders: [] });
  assert.match((await engine.waiting(null))[0]?.why?.join(' ') ?? '', /names nobody who is signed in here/);
  await assert.rejects(engine.decide({ intent, decision: { kind: 'try-again' }, now: now() }), {
    code: 'forbidden',
  });
  await engine.close();
});
