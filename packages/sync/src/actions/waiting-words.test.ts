import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFhirServer } from '@ehch/dev-server';
import { createDeviceEngine } from '../device/device-engine.ts';
import type { Http } from '../http/http.ts';
import type { WaitingForPerson } from '@ehch/clinical';
import { AT, draftOf, finish, NURSE } from './actions.fixtures.ts';

const base = 'https://record.test/fhir';
const outcome = {
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code: 'invalid', diagnostics: 'No such code.' }],
};

/** Signs something, and returns what waits for a person in the end. */
async function waitingAfter(answering: (http: Http) => Http): Promise<WaitingForPerson | undefined> {
  const server = createFhirServer({ base, resources: [{ resourceType: 'Patient', id: 'one' }] });
  const http = answering({ request: async (request) => server.request(request) });
  const engine = createDeviceEngine({ connect: () => http, onChange: () => undefined });
  await engine.configure({
    fhirBaseUrl: base,
    network: { by: 'engine', token: false },
    sourceLabel: 'test',
    place: null,
    deadlineMs: 2000,
    user: NURSE,
  });
  await engine.enqueue({ intent: finish(draftOf('one')), now: AT });
  try {
    for (;;) {
      const [waiting] = await engine.waiting(null);
      if (waiting) return waiting;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    await engine.close();
    server.close();
  }
}

test('what waits shows the words of the server that refused it', { timeout: 20_000 }, async () => {
  const waiting = await waitingAfter((http) => ({
    request: async (request) =>
      request.body?.includes('QuestionnaireResponse') === true
        ? { status: 422, headers: {}, text: JSON.stringify(outcome) }
        : http.request(request),
  }));
  assert.deepEqual(waiting?.words, ['No such code.']);
});

// Nothing left this device, so no server has answered.
test('what waits without having been sent says why, and quotes no server', { timeout: 20_000 }, async () => {
  const refusal = { status: 405, headers: {}, text: JSON.stringify(outcome) };
  const waiting = await waitingAfter((http) => ({
    request: async (request) => (request.method === 'GET' ? http.request(request) : refusal),
  }));
  assert.deepEqual(waiting?.words, []);
  assert.match(waiting?.why?.join(' ') ?? '', /cannot be written to without the risk of doubling/);
});
