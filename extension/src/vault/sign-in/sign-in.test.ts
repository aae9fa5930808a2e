import assert from 'node:assert/strict';
import { test } from 'node:test';

Object.assign(globalThis, { __DEMO__: false });
const { BASE, fakeSmart, ORIGIN, REDIRECT } = await import('./fake-smart.fixtures.ts');
type Wrong = Parameters<typeof fakeSmart>[0];
const { signIn, renewed, revoked } = await import('./sign-in.ts');
const { SIGN_IN_CODES } = await import('./sign-in-error.ts');

function at(wrong: Wrong = {}) {
  const server = fakeSmart(wrong);
  return { ...server, server, fetch: (url: string, init: RequestInit) => server.fetch(url, init) };
}

test('a sign-in asks with S256, a state, a nonce and the server it is for, and keeps who it was', async () => {
  const world = at({
    roles: [
      {
        resourceType: 'PractitionerRole',
        id: 'r1',
        practitioner: { reference: 'Practitioner/7' },
        code: [
          { text: 'Registered nurse', coding: [{ system: 'http://snomed.info/sct', code: '224535009' }] },
        ],
        organization: { reference: 'Organization/o1' },
      },
      {
        resourceType: 'PractitionerRole',
        id: 'r2',
        active: false,
        practitioner: { reference: 'Practitioner/7' },
        code: [{ coding: [{ system: 'http://snomed.info/sct', code: '62247001' }] }],
      },
      {
        resourceType: 'Organization',
        id: 'o1',
        name: 'Rowan Court',
        identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'VN123' }],
      },
    ],
  });
  const { person, tokens } = await signIn(world);
  assert.deepEqual(person, {
    sub: 'nurse-1',
    display: 'Sam Okafor',
    reference: 'Practitioner/7',
    organisation: 'Rowan Court',
    organisationId: 'VN123',
    visits: null,
    held: [
      {
        role: 'nurse',
        said: 'Registered nurse',
        organisation: { reference: 'Organization/o1', name: null },
        period: { start: null, end: null },
      },
    ],
  });
  assert.deepEqual([tokens.access, tokens.refresh], ['access-1', 'refresh-1']);
  const [address = ''] = world.asked;
  const asked = new URL(address).searchParams;
  assert.equal(asked.get('code_challenge_method'), 'S256');
  assert.equal(asked.get('aud'), BASE);
  // 128 bits are 22 characters of base64url.
  for (const name of ['state', 'nonce', 'code_challenge'])
    assert.ok((asked.get(name) ?? '').length >= 22, name);
  assert.match(asked.get('scope') ?? '', /^openid fhirUser /);
  assert.doesNotMatch(asked.get('scope') ?? '', /offline_access/);
});

test('no request of a sign-in carries a cookie, follows a redirect, or is kept', async () => {
  const { server, ...world } = at();
  await signIn(world);
  assert.ok(server.requests.length >= 4);
  for (const { url, init } of server.requests) {
    assert.deepEqual(
      [init.redirect, init.credentials, init.cache, init.referrerPolicy],
      ['error', 'omit', 'no-store', 'no-referrer'],
      url,
    );
    assert.ok(init.signal instanceof AbortSignal, url);
    assert.doesNotMatch(url, /access-|refresh-|code-/, 'no token and no code stands in an address');
  }
});

const withState = (more: string) => (usual: URLSearchParams) =>
  `${REDIRECT}?state=${usual.get('state')}${more}`;
const now = () => Math.floor(Date.now() / 1000);

/** Everything that may go wrong, with the one code that says so. */
const WRONG: readonly (readonly [string, NonNullable<Wrong>, string])[] = [
  [
    'another state',
    { answer: (usual) => `${REDIRECT}?code=${usual.get('code')}&state=other` },
    'wrong-state',
  ],
  ['no state', { answer: (usual) => `${REDIRECT}?code=${usual.get('code')}` }, 'wrong-state'],
  ['a second state', { answer: (usual) => `${REDIRECT}?${usual}&state=other` }, 'wrong-state'],
  [
    'a refusal under another state',
    { answer: () => `${REDIRECT}?error=access_denied&state=x` },
    'wrong-state',
  ],
  ['another address', { answer: (usual) => `https://other.example/cb?${usual}` }, 'wrong-state'],
  ['another path', { answer: (usual) => `https://ours.chromiumapp.org/x?${usual}` }, 'wrong-state'],
  ['a refusal', { answer: withState('&error=access_denied') }, 'refused'],
  ['no code', { answer: withState('') }, 'bad-answer'],
  ['a code of nobody', { answer: withState('&code=guessed') }, 'refused'],
  ['a closed window', { answer: () => new Error('The user did not approve access.') }, 'closed'],
  ['a window without an answer', { answer: () => undefined }, 'closed'],
  ['no S256', { configuration: { code_challenge_methods_supported: ['plain'] } }, 'no-s256'],
  ['no word of S256', { configuration: { code_challenge_methods_supported: undefined } }, 'no-s256'],
  [
    'a token endpoint elsewhere',
    { configuration: { token_endpoint: 'https://other.example/t' } },
    'other-address',
  ],
  [
    'a token endpoint on another port',
    { configuration: { token_endpoint: `${ORIGIN}:8443/t` } },
    'other-address',
  ],
  [
    'a token endpoint by http',
    { configuration: { token_endpoint: 'http://record.example/t' } },
    'other-address',
  ],
  [
    'a sign-in page elsewhere',
    { configuration: { authorization_endpoint: 'https://e.example/' } },
    'other-address',
  ],
  ['keys from elsewhere', { configuration: { jwks_uri: 'https://other.example/keys' } }, 'other-address'],
  [
    'a revocation elsewhere',
    { configuration: { revocation_endpoint: 'https://o.example/' } },
    'other-address',
  ],
  ['another issuer', { configuration: { issuer: 'https://record.example/other' } }, 'other-address'],
  ['no keys', { configuration: { jwks_uri: undefined } }, 'bad-answer'],
  ['a token that somebody else signed', { isForged: true }, 'bad-answer'],
  ['a token that nobody signed', { header: { alg: 'none' } }, 'bad-answer'],
  ['a token signed with a shared secret', { header: { alg: 'HS256' } }, 'bad-answer'],
  ['a token for another program', { claims: { aud: 'another' } }, 'bad-answer'],
  ['a token of another issuer', { claims: { iss: 'https://other.example' } }, 'bad-answer'],
  ['another nonce', { claims: { nonce: 'another' } }, 'bad-answer'],
  ['a token that has ended', { claims: { exp: now() - 600, iat: now() - 900 } }, 'bad-answer'],
  ['a token about nobody', { claims: { sub: ' ' } }, 'bad-answer'],
  ['no token that names a person', { tokens: { id_token: undefined } }, 'bad-answer'],
  ['a token of another kind', { tokens: { token_type: 'mac' } }, 'bad-answer'],
  ['a server that is not there', { status: 0 }, 'silent'],
  ['a broken server', { status: 503 }, 'silent'],
  ['a server without SMART', { status: 404 }, 'bad-answer'],
];

for (const [what, wrong, code] of WRONG)
  test(`T24: ${what} gives no session, and the error says ${code}`, async () => {
    const world = at(wrong);
    await assert.rejects(signIn(world), (error: Error & { code?: string }) => {
      assert.equal(error.name, 'SignInError');
      assert.equal(error.code, code);
      const all = JSON.stringify([error.message, error.cause, error.stack]);
      assert.doesNotMatch(all, /access-\d|refresh-\d|nurse-1|Okafor|code-/, 'no token and nobody’s name');
      return true;
    });
  });

test('every code of an error comes up in these tests, but the one that ends a session', () => {
  const met = new Set(WRONG.map(([, , code]) => code));
  assert.deepEqual(
    SIGN_IN_CODES.filter((code) => !met.has(code)),
    ['ended'],
  );
});

test('T24: a code counts once, and only with the verifier of whoever asked for it', async () => {
  const { askForCode } = await import('./ask-for-code.ts');
  const { discover } = await import('./discover.ts');
  const { TokenServer } = await import('./tokens.ts');
  const world = at();
  const server = await discover(world.fetch, BASE, world.accounts);
  const tokens = new TokenServer(server, world.accounts, world.fetch);
  const code = await askForCode(server, world.accounts, BASE, world.window);
  await assert.rejects(tokens.redeem({ ...code, verifier: 'a'.repeat(43) }), { code: 'refused' });
  const next = await askForCode(server, world.accounts, BASE, world.window);
  assert.equal((await tokens.redeem(next)).claims.sub, 'nurse-1');
  await assert.rejects(tokens.redeem(next), { code: 'refused' });
});

test('a role that cannot be read is unknown, which is not none; the person is signed in all the same', async () => {
  const none = await signIn(at());
  assert.deepEqual(none.person.held, []);
  const other = await signIn(at({ claims: { fhirUser: 'https://other.example/Practitioner/7' } }));
  assert.deepEqual([other.person.reference, other.person.held], [null, null]);
  const path = await signIn(at({ claims: { fhirUser: 'Practitioner/../Patient/1' } }));
  assert.equal(path.person.reference, null);
});

const NURSE = { coding: [{ system: 'http://snomed.info/sct', code: '224535009' }] };
const roleAt = (home: string, more: object = {}) => ({
  resourceType: 'PractitionerRole',
  id: `role-${home}`,
  practitioner: { reference: 'Practitioner/7' },
  code: [NURSE],
  organization: { reference: `Organization/${home}`, display: home },
  ...more,
});

test('somebody works where the role is in force, and in two organisations in neither', async () => {
  const ended = roleAt('birch', { period: { end: '2026-10-31' } });
  const now = await signIn(at({ roles: [ended, roleAt('rowan')] }));
  assert.equal(now.person.organisation, 'rowan');
  assert.equal((await signIn(at({ roles: [ended] }))).person.organisation, null);
  const gp = { code: [{ coding: [{ system: 'http://snomed.info/sct', code: '62247001' }] }] };
  const both = await signIn(at({ roles: [roleAt('rowan'), roleAt('birch', gp)] }));
  assert.deepEqual([both.person.organisation, both.person.organisationId], [null, null]);
});

test('roles of which a next page was not read are not known', async () => {
  const { person } = await signIn(at({ roles: [roleAt('rowan')], rolesGoOn: true }));
  assert.equal(person.held, null);
});

test('a name that the token leaves out is read from the record of the person', async () => {
  const { person } = await signIn(at({ claims: { name: undefined } }));
  assert.equal(person.display, 'Sam Okafor');
});

test('a renewed token replaces the former one; the server’s refusal ends the session, and its silence does not', async () => {
  const world = at();
  const { tokens } = await signIn(world);
  const next = await renewed(world, tokens.refresh ?? '', 'nurse-1');
  assert.deepEqual([next.access, next.refresh], ['access-2', 'refresh-2']);
  await assert.rejects(renewed(world, tokens.refresh ?? '', 'nurse-1'), { code: 'ended' });
  const busy = at({ refusesRefresh: 'temporarily_unavailable' });
  await assert.rejects(renewed(busy, 'refresh-1', 'nurse-1'), { code: 'silent' });
});

test('a revocation names both tokens, and a server without that endpoint is left alone', async () => {
  const world = at();
  await revoked(world, { access: 'a', refresh: 'r', expires: null });
  assert.deepEqual(world.revoked, ['r', 'a']);
  const without = at({ configuration: { revocation_endpoint: undefined } });
  await revoked(without, { access: 'a', refresh: null, expires: null });
  assert.deepEqual(without.revoked, []);
});
