import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { jsonPair } from '../../test/json-pair.ts';
import type { HttpResponse } from '../http/http.ts';
import { HOST_CALLS, type HostPortSurface } from '../protocol.ts';
import { hostHttp, hostSurface } from './host-http.ts';
import { callSurface, serveSurface } from './surface.ts';

const answer: HttpResponse = { status: 200, headers: {}, text: '{}' };
const request = {
  method: 'GET' as const,
  url: 'https://record.test/fhir/Patient/1',
  headers: {},
  body: null,
  deadlineMs: 5_000,
};

test('L11: a request of a resident who left the screen is ended over the port, and the others go on', async () => {
  const pair = jsonPair();
  const signals: AbortSignal[] = [];
  const answers: ((response: HttpResponse) => void)[] = [];
  serveSurface(
    pair.near.endpoint,
    hostSurface({
      getToken: async () => null,
      request: (_request, stop) =>
        new Promise((resolve, reject) => {
          answers.push(resolve);
          if (stop) signals.push(stop);
          stop?.addEventListener('abort', () => reject(new EhchError('unreachable', 'ended')));
        }),
    }),
  );
  const lost = new Promise<never>(() => {});
  const http = hostHttp(callSurface<HostPortSurface>(pair.far, HOST_CALLS, { deadlineMs: 5_000, lost }));
  const stop = new AbortController();
  const [left, stays] = [http.request(request, stop.signal), http.request(request)];
  while (signals.length < 2) await new Promise((resolve) => setImmediate(resolve));
  stop.abort();
  await assert.rejects(left, (error) => error instanceof EhchError && error.code === 'unreachable');
  while (!signals[0]?.aborted) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(signals[1]?.aborted, false);
  answers[1]?.(answer);
  assert.deepEqual(await stays, answer);
  await assert.rejects(http.request(request, stop.signal));
  assert.equal(signals.length, 2, 'what was stopped before is never asked');
});
