import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openServer, patient } from '../asking.fixtures.ts';
import { sampleStaff } from '../sample-home/staff.ts';
import { scene } from '../server/scene.fixtures.ts';

const SIGNED = { resources: [patient('a')], staff: sampleStaff() };
const bearer = (token: unknown): Record<string, string> => ({ Authorization: `Bearer ${String(token)}` });

test('without a token a request is 401 and names the scheme; metadata is open to all', () => {
  const { get, put } = scene(SIGNED);
  const refused = get('Patient/a');
  assert.equal(refused.status, 401);
  assert.match(refused.headers['www-authenticate'] ?? '', /^Bearer /);
  assert.equal(put(patient('b')).status, 401);
  assert.equal(get('metadata').status, 200);
});

test('a token names its person, role and life, and opens the record until it ends by the server’s clock', () => {
  const { get, post, pass } = scene(SIGNED);
  const { status, body } = post('/dev/token', { staff: 'nurse', expiresIn: 600 });
  assert.equal(status, 200);
  assert.equal(body['role'], 'Registered nurse');
  assert.equal(body['fhirUser'], `Practitioner/${String(body['sub'])}`);
  assert.deepEqual([body['token_type'], body['expires_in']], ['Bearer', 600]);
  const token = bearer(body['access_token']);
  assert.equal(get('Patient/a', token).status, 200);
  pass(599_999);
  assert.equal(get('Patient/a', token).status, 200);
  pass(1);
  const ended = get('Patient/a', token);
  assert.equal(ended.status, 401);
  assert.match(ended.headers['www-authenticate'] ?? '', /error="invalid_token"/);
});

test('a revoked token is 401; revoking it again is no failure', () => {
  const { get, post } = scene(SIGNED);
  const { access_token: token } = post('/dev/token', { staff: 'carer' }).body as Record<string, unknown>;
  for (let i = 0; i < 2; i += 1) assert.equal(post('/dev/revoke', { token }).status, 204);
  assert.equal(get('Patient/a', bearer(token)).status, 401);
});

test('all tokens of a person can be revoked at once, and nobody else’s', () => {
  const { get, post } = scene(SIGNED);
  const issue = (staff: string): unknown =>
    (post('/dev/token', { staff }).body as Record<string, unknown>)['access_token'];
  const carers = [issue('carer'), issue('carer')];
  const nurse = issue('nurse');
  post('/dev/revoke', { staff: 'carer' });
  for (const token of carers) assert.equal(get('Patient/a', bearer(token)).status, 401);
  assert.equal(get('Patient/a', bearer(nurse)).status, 200);
});

test('nobody unknown gets a token, and the answer names those who can', () => {
  const { post, get } = scene(SIGNED);
  const { status, body } = post('/dev/token', { staff: 'stranger' });
  assert.equal(status, 404);
  assert.match(JSON.stringify(body), /nurse/);
  assert.equal(post('/dev/token', { staff: 'nurse', expiresIn: -1 }).status, 400);
  assert.equal(get('/dev/staff').status, 200);
});

test('a server without staff asks for no token and gives none', () => {
  const { get, post } = scene({ resources: [patient('a')] });
  assert.equal(get('Patient/a').status, 200);
  assert.equal(post('/dev/token', { staff: 'nurse' }).status, 404);
});

const { server, ask } = await openServer({ ...SIGNED, allowFaults: true });
after(() => server.close());
const development = server.url.replace(/\/fhir$/, '/dev');

test('the development endpoints answer over HTTP beside the FHIR service', async () => {
  const { body } = await ask(`${development}/token`, { method: 'POST', json: { staff: 'gp' } });
  const { access_token: token } = body as unknown as Record<string, unknown>;
  assert.equal((await ask('/Patient/a', { headers: bearer(token) })).status, 200);
});

test('a form of another site cannot use the development endpoints: they take JSON only', async () => {
  const form = { method: 'POST', body: '{"staff":"gp"}', headers: { 'Content-Type': 'text/plain' } };
  assert.equal((await ask(`${development}/token`, form)).status, 415);
});
