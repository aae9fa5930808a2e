import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { issueOf, matches, openServer, patient, weight } from '../asking.fixtures.ts';
import { FAULTS } from './registry.ts';

const resources = [
  patient('a'),
  patient('b'),
  weight('w1', 'a', 54, '2026-11-01'),
  weight('w2', 'b', 70, '2026-11-01'),
];
const { server, ask } = await openServer({ resources, allowFaults: true });
const plain = await openServer({ resources });
after(() => Promise.all([server.close(), plain.server.close()]));

const search = '/Observation?patient=a';
const withFault = (fault: string, path = search): ReturnType<typeof ask> =>
  ask(path, { headers: { 'X-Fault': fault } });

test('faults are off unless the server was started with them', async () => {
  assert.equal((await plain.ask(search, { headers: { 'X-Fault': 'status:500' } })).status, 200);
  assert.throws(() => plain.server.setFaults([{ fault: 'status:500' }]), EhchError);
});

for (const status of [403, 404, 429, 500, 503]) {
  test(`status:${status} answers so, with an OperationOutcome`, async () => {
    const answer = await withFault(`status:${status}`);
    assert.equal(answer.status, status);
    assert.match(issueOf(answer), /^error /);
  });
}

test('429 and 503 say when to ask again', async () => {
  assert.equal((await withFault('status:429,7')).headers.get('retry-after'), '7');
  assert.equal((await withFault('status:503')).headers.get('retry-after'), '1');
});

test('a fault for one type leaves the others alone, and ends after its number of requests', async () => {
  server.setFaults([{ fault: 'status:403', type: 'Observation', times: 1 }]);
  assert.equal((await ask('/Patient/a')).status, 200);
  assert.equal((await ask(search)).status, 403);
  assert.equal((await ask(search)).status, 200);
});

test('malformed JSON, a truncated body and a lost answer cannot be read', async () => {
  for (const fault of ['malformed-json', 'truncated-body', 'lost-answer']) {
    await assert.rejects(withFault(fault), fault);
  }
});

test('a write whose answer is lost was still done', async () => {
  const lost = ask('/Patient/lost', {
    method: 'PUT',
    json: patient('lost'),
    headers: { 'X-Fault': 'lost-answer' },
  });
  await assert.rejects(lost);
  assert.equal((await ask('/Patient/lost')).status, 200);
});

test('a sign-in page comes with status 200 and another content type', async () => {
  const response = await fetch(server.url + search, { headers: { 'X-Fault': 'wrong-content-type' } });
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /html/);
});

test('a fault can put another patient’s resource into a Bundle', async () => {
  assert.deepEqual(matches(await withFault('foreign-patient')), ['w1', 'w2']);
});

test('a request that hangs ends when its client gives up, and does not keep the server from closing', async () => {
  const { server: other, ask: askOther } = await openServer({ resources, allowFaults: true });
  const signal = AbortSignal.timeout(100);
  await assert.rejects(askOther(search, { headers: { 'X-Fault': 'hang' }, signal }));
  void askOther(search, { headers: { 'X-Fault': 'hang' } }).catch(() => {});
  await other.close();
});

test('a delayed answer is unchanged', async () => {
  assert.deepEqual(matches(await withFault('delay:20')), ['w1']);
});

test('an unknown fault is answered with 400 and the known names', async () => {
  const answer = await withFault('earthquake');
  assert.equal(answer.status, 400);
  for (const name of Object.keys(FAULTS)) assert.match(JSON.stringify(answer.body), new RegExp(name));
});
