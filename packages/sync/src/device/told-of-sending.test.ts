import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFhirServer, type FhirResource } from '@ehch/dev-server';
import { openMemoryStore, type Operation } from '@ehch/store';
import { NURSE as NURSE_HERE } from '../actions/actions.fixtures.ts';
import type { HttpRequest, HttpResponse } from '../http/http.ts';
import { change, created, NURSE, operation, updated } from '../push/entries.fixtures.ts';
import { SIGNED_IN, until } from './before-sign-in.fixtures.ts';
import { createDeviceEngine } from './device-engine.ts';
import { storesWith } from './stores.fixtures.ts';

const JSON_TYPE = { 'content-type': 'application/fhir+json' };
const PLAN = {
  resourceType: 'CarePlan',
  id: 'plan',
  status: 'active',
  activity: [
    { id: 'walk', detail: { description: 'Walk daily' } },
    { id: 'food', detail: { description: 'Normal diet' } },
  ],
};

/** A device with one thing to send, and the status once it is sent and looked after. */
async function sent(
  pressed: Operation,
  {
    personality = '',
    resources = [],
    before = (_request, _send) => undefined,
  }: {
    readonly personality?: string;
    readonly resources?: readonly FhirResource[];
    readonly before?: (request: HttpRequest, send: (request: HttpRequest) => HttpResponse) => void;
  },
) {
  const server = createFhirServer({ base: SIGNED_IN.fhirBaseUrl, personality, resources });
  const store = openMemoryStore();
  await store.outbox.enqueue(pressed);
  const engine = createDeviceEngine({
    connect: () => ({
      async request(request) {
        before(request, (other) => server.request(other));
        return server.request(request);
      },
    }),
    onChange: () => undefined,
    stores: storesWith((opened) => ({ ...opened, store })),
  });
  await engine.configure({ ...SIGNED_IN, user: { ...NURSE_HERE, ...NURSE } });
  return {
    engine,
    server,
    status: (holds: Parameters<typeof until<Awaited<ReturnType<typeof engine.status>>>>[1]) =>
      until(() => engine.status(null), holds),
    async close() {
      await engine.close();
      server.close();
    },
  };
}

test(
  'P10: whose change met another’s hears it from the receipt, with the field and the moment, and from the status',
  { timeout: 15_000 },
  async () => {
    const edit = change(['activity', { key: 'walk' }, 'detail', 'description'], 'Walk daily', 'Rest');
    let isFirst = true;
    const device = await sent(operation('i1', { parts: [updated('CarePlan', 'plan', [edit])] }), {
      resources: [PLAN],
      before({ url }, send) {
        if (!isFirst || !url.includes('CarePlan/plan')) return;
        isFirst = false;
        const [walk, food] = PLAN.activity;
        const activity = [walk, { ...food, detail: { description: 'Soft diet' } }];
        const body = JSON.stringify({ ...PLAN, activity });
        send({ method: 'PUT', url: 'CarePlan/plan', headers: JSON_TYPE, body, deadlineMs: 1 });
      },
    });
    const { merged, serverWords } = await device.status((status) => status.merged !== undefined);
    const receipt = (await device.engine.receiptsOf({ intents: ['i1'] }))['i1'];
    await device.close();
    assert.equal(merged, 1);
    assert.match(serverWords?.join(' ') ?? '', /Level A\./);
    assert.ok(receipt?.state === 'sent' && receipt.merged !== undefined);
    assert.deepEqual(receipt.merged.fields, ['Activity']);
    assert.ok(Number.isFinite(Date.parse(receipt.merged.at ?? '')));
  },
);

test(
  'P1: a record that the server made twice of one press is said in the status once the second is out of use',
  { timeout: 15_000 },
  async () => {
    const parts = [created('Communication', 'c1', { status: 'in-progress' })];
    let copies = 0;
    let last: HttpRequest = { method: 'GET', url: '', headers: {}, body: null, deadlineMs: 1 };
    const device = await sent(operation('worry', { class: 'escalation', parts }), {
      personality: 'server-ids-only',
      before(request, send) {
        if (request.body?.includes('in-progress') === true) last = request;
        // The first copy of the request is late, so that the server sees neither from the other.
        if (request.method !== 'GET' || !request.url.includes('Communication?identifier')) return;
        if (++copies === 1)
          send({ ...last, body: last.body?.replace(/"ifNoneExist":"[^"]*"/, '"fullUrl":""') ?? null });
      },
    });
    const { duplicates } = await device.status((status) => status.duplicates !== undefined);
    const living = device.server.repository
      .living('Communication')
      .map(({ json }) => JSON.parse(json ?? '{}'));
    await device.close();
    assert.equal(duplicates, 1);
    assert.deepEqual(
      living.map(({ status }) => status).toSorted((a, b) => a.localeCompare(b)),
      ['entered-in-error', 'in-progress'],
    );
  },
);

test('nothing is told of what met nobody else’s change', { timeout: 15_000 }, async () => {
  const device = await sent(operation('i1'), {});
  const status = await device.status(({ unsent }) => unsent.total === 0);
  const receipt = (await device.engine.receiptsOf({ intents: ['i1'] }))['i1'];
  await device.close();
  assert.deepEqual([status.merged, status.duplicates], [undefined, undefined]);
  assert.ok(receipt?.state === 'sent' && receipt.merged === undefined);
});

test('P1: one lane tries the server out, and the others wait for it', { timeout: 15_000 }, async () => {
  const tried = new Set<string>();
  const device = await sent(operation('i1'), {
    before({ method, url }) {
      if (method === 'PUT' && url.includes('/Basic/')) tried.add(url);
    },
  });
  await device.status(({ unsent }) => unsent.total === 0);
  await device.close();
  assert.equal(tried.size, 1, [...tried].join(' '));
});
