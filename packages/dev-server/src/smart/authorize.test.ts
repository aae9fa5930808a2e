import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, handleIn, REDIRECT, signingScene } from './sign-in.fixtures.ts';

const { open, press, fhir } = signingScene();

test('the page names every person with role and organisation, and works without a script', () => {
  const { status, headers, text } = open();
  assert.equal(status, 200);
  assert.match(text, /<html lang="en-GB">/);
  assert.match(text, /<legend>Rowan Court<\/legend>.*Mrs Grace Baptiste<br>Registered nurse/s);
  assert.match(text, /<legend>Ridgeway Surgery<\/legend>.*Dr Helen Marsh/s);
  assert.doesNotMatch(text, /<script| style="| on\w+="/);
  const policy = headers['content-security-policy'] ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.match(policy, /form-action 'self' https:\/\/higmcdaaefiehmbkpdfmajdoicgmdiob\.chromiumapp\.org;/);
});

test('the page says in words what the program asks for', () => {
  assert.match(open().text, /<li>read, write and delete all records that you may see<\/li>/);
  assert.match(open({ scope: 'openid user/Task.rs' }).text, /<li>read records of the kind Task<\/li>/);
});

test('a person who signs in is sent back with a code, the state and the issuer', () => {
  const answer = press({ decision: 'sign-in', staff: 'nurse' });
  assert.equal(answer.status, 303);
  assert.ok(answer.headers['location']?.startsWith(`${REDIRECT}?code=`));
  assert.equal(answerOf(answer).get('iss'), fhir.base);
  assert.equal(answerOf(answer).get('state'), '6f1c3b5e-9a70-4c2b-8d21-0e4f5a6b7c8d');
});

test('"not now" is access_denied, without a code', () => {
  const answer = answerOf(press({ decision: 'not-now' }));
  assert.equal(answer.get('error'), 'access_denied');
  assert.equal(answer.get('code'), null);
});

test('whoever chooses nobody is asked again, and a page is used once', () => {
  const { press: pressed, fhir: server, open: opened } = signingScene();
  const again = pressed({ decision: 'sign-in' });
  assert.match(again.text, /<title>Error: sign in.*role="alert">Choose a person first\./s);
  assert.equal(again.status, 200);
  const handle = handleIn(opened());
  const send = (): number =>
    server.request({
      method: 'POST',
      url: '/authorize',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `handle=${handle}&decision=sign-in&staff=gp`,
    }).status;
  assert.deepEqual([send(), send()], [303, 400]);
});

/** Requests that go nowhere: the address is not one of a client's. */
const NOWHERE: readonly (readonly [what: string, changes: Record<string, string | undefined>])[] = [
  ['an unknown client', { client_id: 'somebody' }],
  ['no client', { client_id: undefined }],
  ['no address', { redirect_uri: undefined }],
  ['an address of another site', { redirect_uri: 'https://evil.example/' }],
  ['an address with a path more', { redirect_uri: `${REDIRECT}cb/../x` }],
  ['an address with a query more', { redirect_uri: `${REDIRECT}?next=https://evil.example` }],
  ['a name that begins like ours', { redirect_uri: `${REDIRECT.slice(0, -1)}.evil.example/` }],
  ['an address in other letters', { redirect_uri: REDIRECT.toUpperCase() }],
  ['a script', { redirect_uri: 'javascript:alert(1)' }],
  ['the address of another client', { redirect_uri: 'http://localhost:8100/gp-record/' }],
];
for (const [what, changes] of NOWHERE)
  test(`${what} is refused on a page that leads nowhere`, () => {
    const { status, headers, text } = open(changes);
    assert.equal(status, 400);
    assert.equal(headers['location'], undefined);
    assert.doesNotMatch(text, /<form|<a /);
    assert.match(headers['content-security-policy'] ?? '', /form-action 'none'/);
  });

test('an address that stands there twice is refused on the page', () => {
  const url = `/authorize?client_id=ehch-kit-extension&redirect_uri=${REDIRECT}&redirect_uri=https://evil.example/`;
  assert.equal(fhir.request({ method: 'GET', url }).status, 400);
});

/** Requests whose refusal goes to the client. */
const REFUSED: readonly (readonly [
  what: string,
  error: string,
  changes: Record<string, string | undefined>,
])[] = [
  ['the implicit flow', 'unsupported_response_type', { response_type: 'token' }],
  ['an answer in the fragment', 'invalid_request', { response_mode: 'fragment' }],
  ['no state', 'invalid_request', { state: undefined }],
  ['a short state', 'invalid_request', { state: 'abcdef0123456789' }],
  ['a state of digits, too short', 'invalid_request', { state: '1'.repeat(36) }],
  ['no audience', 'invalid_request', { aud: undefined }],
  ['another audience', 'invalid_request', { aud: 'https://evil.example/fhir' }],
  ['no challenge', 'invalid_request', { code_challenge: undefined }],
  ['PKCE plain', 'invalid_request', { code_challenge_method: 'plain' }],
  ['PKCE without a method, which means plain', 'invalid_request', { code_challenge_method: undefined }],
  ['a challenge that is no SHA-256', 'invalid_request', { code_challenge: 'short' }],
  ['no scope', 'invalid_scope', { scope: undefined }],
  ['only scopes that are unknown', 'invalid_scope', { scope: 'patient/*.rs system/*.rs user/Nothing.rs' }],
  ['a sign-in that nobody sees', 'login_required', { prompt: 'none' }],
];
for (const [what, error, changes] of REFUSED)
  test(`${what} is refused with ${error}, at the registered address`, () => {
    const { status, headers, text } = open(changes);
    assert.equal(status, 303);
    assert.ok(headers['location']?.startsWith(`${REDIRECT}?`));
    assert.equal(answerOf({ status, headers, text }).get('error'), error);
  });

test('every registered address takes the answer', () => {
  const subdomain = 'c2edc64de490fffa340cb2fd6fbffe0688e4c948';
  for (const redirect_uri of [
    `https://${subdomain}.extensions.allizom.org/`,
    `http://127.0.0.1/mozoauth2/${subdomain}`,
  ])
    assert.match(
      press({ decision: 'sign-in', staff: 'gp' }, { redirect_uri }).headers['location'] ?? '',
      /\?code=/,
    );
});

test('another site cannot press the buttons', () => {
  const handle = handleIn(open());
  const { status } = fhir.request({
    method: 'POST',
    url: '/authorize',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://evil.example',
      host: 'fhir.localhost',
    },
    body: `handle=${handle}&decision=sign-in&staff=gp`,
  });
  assert.equal(status, 400);
});

test('what a request says is written out as text', () => {
  const clients = [{ id: 'x', name: '<script>"&', redirectUris: [REDIRECT] }];
  const { open: opened } = signingScene({ signIn: { clients } });
  assert.match(opened({ client_id: 'x' }).text, /&lt;script&gt;&quot;&amp; asks to/);
});

test('a pass that has ended signs nobody in', () => {
  const { press: pressed, pass, open: opened } = signingScene();
  pass(12 * 3_600_000);
  assert.match(opened().text, /value="agency" required disabled.*The pass has ended/s);
  assert.match(pressed({ decision: 'sign-in', staff: 'agency' }).text, /The pass of this person has ended/);
});

test('a page that waited for ten minutes is refused', () => {
  const { open: opened, pass, fhir: server } = signingScene();
  const handle = handleIn(opened());
  pass(10 * 60_000);
  const { status, headers } = server.request({
    method: 'POST',
    url: '/authorize',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `handle=${handle}&decision=sign-in&staff=gp`,
  });
  assert.deepEqual([status, headers['location']], [400, undefined]);
});
