import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REDIRECT, signingScene, type Told } from './sign-in.fixtures.ts';

test('a code gives tokens with the person, the scopes and who shows the banner', () => {
  const { signIn, fetch, fhir } = signingScene();
  const given = signIn('nurse');
  assert.deepEqual(
    [given.token_type, given.expires_in, given.scope, given.need_patient_banner],
    ['Bearer', 900, 'openid fhirUser online_access user/*.cruds', true],
  );
  assert.match(given.fhirUser ?? '', new RegExp(`^${fhir.base}/Practitioner/`));
  assert.equal('patient' in given, false);
  assert.equal(fetch('GET', 'Patient/a', given.access_token).status, 200);
  assert.equal(fetch('GET', 'Patient/a', given.refresh_token).status, 401);
});

test('a visiting clinician is told the one resident, and asks for that in the scope', () => {
  const { signIn } = signingScene();
  const scope = 'openid launch/patient user/*.rs';
  const visiting = signIn('visiting', { scope });
  assert.match(visiting.patient ?? '', /^[\da-f-]{36}$/);
  assert.equal(visiting.scope, scope);
  assert.equal(signIn('gp', { scope }).scope, 'openid user/*.rs');
});

const invalidGrant = (told: Told): void =>
  assert.deepEqual([told.status, told.body.error], [400, 'invalid_grant']);

test('a code that is used again gives nothing, and ends what it gave', () => {
  const { code, exchange, fetch, refresh } = signingScene();
  const stolen = code();
  const { body } = exchange(stolen);
  invalidGrant(exchange(stolen));
  assert.equal(fetch('GET', 'Patient/a', body.access_token).status, 401);
  invalidGrant(refresh(body.refresh_token));
});

/** Exchanges that a thief of the code, or another client, could try. */
const WRONG: readonly (readonly [what: string, changes: Record<string, string | undefined>])[] = [
  ['another verifier', { code_verifier: 'b'.repeat(43) }],
  [
    'another registered client, with its own address',
    { client_id: 'ehch-kit-demo-hosts', redirect_uri: 'http://localhost:8100/gp-record/' },
  ],
  ['another registered client', { client_id: 'ehch-kit-demo-hosts' }],
  ['another address', { redirect_uri: `${REDIRECT}x` }],
];
for (const [what, changes] of WRONG)
  test(`a code with ${what} gives nothing, and is spent`, () => {
    const { code, exchange } = signingScene();
    const given = code();
    invalidGrant(exchange(given, changes));
    invalidGrant(exchange(given));
  });

test('a code lives for a minute', () => {
  const { code, exchange, pass } = signingScene();
  const [first, second] = [code(), code()];
  pass(59_999);
  assert.equal(exchange(first).status, 200);
  pass(1);
  invalidGrant(exchange(second));
});

/** Requests that are wrong in themselves. */
const MALFORMED: readonly (readonly [string, Record<string, string | undefined>, string])[] = [
  ['no verifier, as without PKCE', { code_verifier: undefined }, 'invalid_request'],
  ['a verifier that is too short', { code_verifier: 'short' }, 'invalid_request'],
  ['no address', { redirect_uri: undefined }, 'invalid_request'],
  ['no client', { client_id: undefined }, 'invalid_request'],
  ['an unknown client', { client_id: 'somebody' }, 'invalid_client'],
  ['a password', { grant_type: 'password' }, 'unsupported_grant_type'],
  ['the name of a method of objects', { grant_type: 'constructor' }, 'unsupported_grant_type'],
];
for (const [what, changes, error] of MALFORMED)
  test(`an exchange with ${what} is ${error}`, () => {
    const { code, exchange } = signingScene();
    const { status, body } = exchange(code(), changes);
    assert.deepEqual([status, body.error], [400, error]);
  });

test('a refresh gives a new pair, and the old refresh token ends the whole family', () => {
  const { signIn, refresh, fetch } = signingScene();
  const first = signIn();
  const second = refresh(first.refresh_token).body;
  assert.equal(fetch('GET', 'Patient/a', second.access_token).status, 200);
  assert.notEqual(second.refresh_token, first.refresh_token);
  invalidGrant(refresh(first.refresh_token));
  invalidGrant(refresh(second.refresh_token));
  assert.equal(fetch('GET', 'Patient/a', second.access_token).status, 401);
});

test('another client cannot use a refresh token, and does not end it', () => {
  const { signIn, refresh } = signingScene();
  const { refresh_token: token } = signIn();
  invalidGrant(refresh(token, { client_id: 'ehch-kit-demo-hosts' }));
  assert.equal(refresh(token).status, 200);
});

test('a refresh may ask for fewer scopes and never for more, and a refusal spends nothing', () => {
  const { signIn, refresh } = signingScene();
  const { refresh_token: token } = signIn('gp', { scope: 'openid online_access user/*.rs' });
  assert.equal(refresh(token, { scope: 'user/*.cruds' }).body.error, 'invalid_scope');
  const fewer = refresh(token, { scope: 'user/*.rs' }).body;
  assert.equal(fewer.scope, 'user/*.rs');
  assert.equal(refresh(fewer.refresh_token).body.scope, 'openid online_access user/*.rs');
});

test('without online_access or offline_access nothing is renewed', () => {
  const { signIn } = signingScene();
  assert.equal('refresh_token' in signIn('gp', { scope: 'openid user/*.rs' }), false);
});

test('a session ends after 12 hours, and one that outlives the browser after 30 days', () => {
  const HOUR = 3_600_000;
  for (const [scope, life] of [
    ['user/*.rs online_access', 12 * HOUR],
    ['user/*.rs offline_access', 30 * 24 * HOUR],
  ] as const) {
    const { signIn, refresh, pass } = signingScene();
    const { refresh_token: first } = signIn('gp', { scope });
    pass(life - 60_000);
    const last = refresh(String(first));
    assert.deepEqual([last.status, last.body.expires_in], [200, 60]);
    pass(60_000);
    invalidGrant(refresh(last.body.refresh_token));
  }
});

test('no token outlives a pass: the shift ends at 8 in the evening', () => {
  const { signIn, refresh, pass, fetch } = signingScene();
  // 09:30 to 20:00.
  pass(10.5 * 3_600_000 - 300_000);
  const given = signIn('agency');
  assert.equal(given.expires_in, 300);
  pass(300_000);
  assert.equal(fetch('GET', 'Patient/a', given.access_token).status, 401);
  invalidGrant(refresh(String(given.refresh_token)));
});

test('a token that a client gives up ends; a refresh token takes its session with it', () => {
  const { signIn, revoke, refresh, fetch } = signingScene();
  const one = signIn();
  assert.equal(revoke({ token: one.access_token }).status, 200);
  assert.equal(fetch('GET', 'Patient/a', one.access_token).status, 401);
  const two = refresh(one.refresh_token).body;
  assert.equal(revoke({ token: two.refresh_token }).status, 200);
  assert.equal(fetch('GET', 'Patient/a', two.access_token).status, 401);
  invalidGrant(refresh(two.refresh_token));
});

test('nobody revokes the tokens of another client, and an unknown token is no failure', () => {
  const { signIn, revoke, fetch } = signingScene();
  const { access_token, refresh_token } = signIn();
  for (const token of [access_token, refresh_token])
    assert.equal(revoke({ token: token, client_id: 'ehch-kit-demo-hosts' }).status, 200);
  assert.equal(fetch('GET', 'Patient/a', access_token).status, 200);
  assert.equal(revoke({ token: 'unknown' }).status, 200);
  assert.equal(revoke({ token: 'unknown', client_id: 'somebody' }).status, 400);
});

test('a test can end a session, so that its next refresh is refused while its access token lives', () => {
  const { signIn, refresh, fetch } = signingScene();
  const [nurse, gp] = [signIn('nurse'), signIn('gp')];
  assert.equal(fetch('POST', '/dev/end-session', undefined, { staff: 'nurse' }).status, 204);
  assert.equal(fetch('GET', 'Patient/a', nurse.access_token).status, 200);
  invalidGrant(refresh(nurse.refresh_token));
  assert.equal(refresh(gp.refresh_token).status, 200);
});

test('a test can end the access token alone, and the session renews it', () => {
  const { signIn, refresh, fetch } = signingScene();
  const { access_token, refresh_token } = signIn('nurse');
  fetch('POST', '/dev/revoke', undefined, { staff: 'nurse' });
  assert.equal(fetch('GET', 'Patient/a', access_token).status, 401);
  const { body } = refresh(refresh_token);
  assert.equal(fetch('GET', 'Patient/a', body.access_token).status, 200);
});

test('the token endpoint takes a form and nothing else', () => {
  const { fhir } = signingScene();
  const ask = (method: string, type: string) =>
    fhir.request({ method, url: '/token', headers: { 'content-type': type }, body: '{}' }).status;
  assert.deepEqual(
    [ask('POST', 'application/json'), ask('GET', 'application/x-www-form-urlencoded')],
    [400, 405],
  );
});
