import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { openServer, patient, weight } from '../asking.fixtures.ts';
import { scene, idsIn, nextOf, type Scene } from '../server/scene.fixtures.ts';

const FAULTY = { allowFaults: true };
const fault = (name: string): Record<string, string> => ({ 'X-Fault': name });
const unreachable = (error: unknown): boolean => error instanceof EhchError && error.code === 'unreachable';
const versionOf = ({ get }: Scene): string | undefined => get('Patient/a').headers['etag'];

test('a late duplicate is done again at its time, after another’s edit, and the log shows it (test 4)', () => {
  const one = scene({ ...FAULTY, resources: [patient('a')] });
  assert.equal(one.put(patient('a', 'Ours'), fault('late-duplicate:90')).headers['etag'], 'W/"2"');
  one.pass(30_000);
  one.put(patient('a', 'Theirs'));
  one.pass(59_000);
  assert.equal(versionOf(one), 'W/"3"');
  const due = Date.parse(one.get('metadata').headers['date'] ?? '') + 1000;
  one.pass(600_000);
  assert.equal(versionOf(one), 'W/"4"');
  assert.equal(one.fhir.writes().at(-1)?.at, due, 'it was done when it came, not when somebody looked');
});

test('a late duplicate with If-Match or If-None-Match is refused by an honest server', () => {
  const one = scene({ ...FAULTY, resources: [patient('a')] });
  one.put(patient('a', 'Ours'), { ...fault('late-duplicate'), 'If-Match': 'W/"1"' });
  one.put(patient('new'), { ...fault('late-duplicate'), 'If-None-Match': '*' });
  one.pass(91_000);
  assert.equal(one.fhir.writes().length, 2);
});

test('a request that is lost and comes later is done later', () => {
  const one = scene(FAULTY);
  assert.throws(() => one.put(patient('a'), fault('lost-then-late:60')), unreachable);
  assert.equal(one.get('Patient/a').status, 404);
  one.pass(60_000);
  assert.equal(one.get('Patient/a').status, 200);
});

test('a lost request was not done; a lost answer, 500 and 502 after the commit were (tests 1 to 3)', () => {
  for (const [name, done] of [
    ['lost-request', false],
    ['bad-gateway', false],
    ['lost-answer', true],
    ['after-commit:500', true],
    ['after-commit:502', true],
    ['bad-gateway-after-commit', true],
  ] as const) {
    const one = scene(FAULTY);
    let status = 0;
    try {
      ({ status } = one.put(patient('a'), fault(name)));
    } catch (error) {
      // The proxy's page is HTML, which the test's client cannot parse.
      assert.ok(unreachable(error) || error instanceof SyntaxError, name);
    }
    assert.notEqual(Math.floor(status / 100), 2, name);
    assert.equal(one.fhir.writes().length, done ? 1 : 0, name);
  }
});

test('429 says how long to wait in seconds, as a time of the server’s clock, or not at all (test 8)', () => {
  const { get } = scene(FAULTY);
  const after = (name: string): string | undefined => get('Patient', fault(name)).headers['retry-after'];
  assert.equal(after('status:429,7'), '7');
  assert.equal(after('status:429,7,date'), 'Fri, 15 Jan 2027 09:00:07 GMT');
  assert.equal(after('status:429,none'), undefined);
});

test('a fault can hit one resident, one method and a number of requests (test 25)', () => {
  const { fhir, get, put } = scene({ ...FAULTY, resources: [patient('a'), patient('b')] });
  fhir.setFaults([{ fault: 'status:403', about: 'Patient/a', method: 'GET', times: 1 }]);
  assert.equal(get('Patient/b').status, 200);
  assert.equal(put(patient('a', 'New')).status, 200);
  assert.equal(get('Patient/a').status, 403);
  assert.equal(get('Patient/a').status, 200);
});

test('an endless next gives the same page for ever, even to a server that refuses unknown parameters', () => {
  const { fhir, get } = scene({ ...FAULTY, personality: 'hapi', resources: [patient('a')] });
  fhir.setFaults([{ fault: 'endless-next' }]);
  let url = 'Patient?_count=1';
  for (let i = 0; i < 5; i += 1) {
    const page = get(url);
    assert.deepEqual(idsIn(page), ['a']);
    assert.notEqual(nextOf(page), url);
    url = nextOf(page);
  }
});

test('a next link can point to another origin', () => {
  const { get } = scene({ ...FAULTY, resources: [patient('a'), patient('b')] });
  assert.match(
    nextOf(get('Patient?_count=1', fault('next-elsewhere'))),
    /^http:\/\/internal\.example:8080\/fhir\/Patient/,
  );
});

test('a server can look like another version of FHIR, like no FHIR, or answer with an OperationOutcome', () => {
  const { get } = scene({ ...FAULTY, resources: [patient('a')] });
  assert.equal(get('metadata', fault('other-version')).body['fhirVersion'], '5.0.0');
  assert.equal(get('metadata', fault('other-version:3.0.2')).body['fhirVersion'], '3.0.2');
  assert.equal(get('metadata', fault('not-fhir')).body.resourceType, undefined);
  const outcome = get('Patient', fault('outcome-instead'));
  assert.deepEqual([outcome.status, outcome.body.resourceType], [200, 'OperationOutcome']);
  assert.equal(get('Patient', fault('plain-text')).headers['content-type'], 'text/plain');
});

test('a transaction’s answer can lack an entry, although all of it was done (test 22)', () => {
  const { fhir, send } = scene(FAULTY);
  const entry = ['a', 'b'].map((id) => ({
    resource: patient(id),
    request: { method: 'PUT', url: `Patient/${id}` },
  }));
  assert.equal(send('transaction', entry, fault('fewer-entries')).body.entry?.length, 1);
  assert.equal(fhir.writes().length, 2);
});

test('a huge bundle is about the resident asked for, whatever its length', () => {
  const { get } = scene(FAULTY);
  const { body } = get('Observation?patient=a', fault('huge-bundle:1001'));
  assert.equal(body.entry?.length, 1001);
  assert.deepEqual(body.entry?.at(-1)?.resource?.['subject'], { reference: 'Patient/a' });
  assert.equal(new Set(body.entry?.map(({ resource }) => resource?.id)).size, 1001);
});

test('a huge bundle goes over HTTP in parts, and ends when its reader leaves', async () => {
  const { server } = await openServer({ allowFaults: true });
  const response = await fetch(`${server.url}/Observation?patient=a`, { headers: fault('huge-bundle') });
  const reader = response.body?.getReader();
  const first = await reader?.read();
  assert.match(new TextDecoder().decode(first?.value), /"total":1000000/);
  await reader?.cancel();
  assert.equal((await fetch(`${server.url}/metadata`)).status, 200);
  await server.close();
});

test('X-Personality changes one request, and only where faults are allowed', () => {
  const { put } = scene({ ...FAULTY, resources: [patient('a')] });
  const stale = { 'If-Match': 'W/"9"' };
  assert.equal(put(patient('a', 'B'), { ...stale, 'X-Personality': 'hapi' }).status, 409);
  assert.equal(put(patient('a', 'B'), stale).status, 412);
  assert.equal(put(patient('a', 'B'), { 'X-Personality': 'unheard-of' }).status, 400);
  const honest = scene({ resources: [patient('a')] });
  assert.equal(honest.put(patient('a', 'B'), { ...stale, 'X-Personality': 'hapi' }).status, 412);
  assert.throws(() => honest.fhir.setPersonality('unheard-of'), EhchError);
});

test('?personality= does the same where no header can be set, and is no parameter of the search', () => {
  const { get } = scene({ ...FAULTY, resources: [patient('a')] });
  assert.equal(get('Patient?shoe-size=44&personality=hapi').status, 400);
  assert.equal(get('Patient?personality=hapi').status, 200);
  assert.equal(get('Patient?shoe-size=44').status, 200);
});

test('a read can give another resident, under the address of the one asked for', () => {
  const { get } = scene({ ...FAULTY, resources: [patient('a'), patient('b')] });
  assert.equal(get('Patient/a', fault('foreign-read')).body.id, 'b');
  assert.deepEqual(idsIn(get('Patient?_id=a', fault('foreign-read'))), ['a'], 'a search is left alone');
});

test('resources of another patient appear in a search of one', () => {
  const resources = [weight('w1', 'a', 54, '2026-11-01'), weight('w2', 'b', 70, '2026-11-01')];
  const { get } = scene({ ...FAULTY, resources });
  assert.deepEqual(idsIn(get('Observation?patient=a', fault('foreign-patient'))), ['w1', 'w2']);
});
