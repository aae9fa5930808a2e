import assert from 'node:assert/strict';
import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { after, test } from 'node:test';
import { openServer } from '../asking.fixtures.ts';
import { sampleStaff } from '../sample-home/staff.ts';
import { createFhirServer } from '../server/fhir-server.ts';
import { signingScene } from './sign-in.fixtures.ts';

const { fhir, signIn } = signingScene();
const read = (url: string): Record<string, unknown> =>
  JSON.parse(fhir.request({ method: 'GET', url }).text) as Record<string, unknown>;

test('the SMART configuration names what this server does, and is open to all', () => {
  const configuration = read('.well-known/smart-configuration');
  assert.equal(configuration['issuer'], fhir.base);
  assert.equal(configuration['authorization_endpoint'], 'http://fhir.localhost/authorize');
  assert.deepEqual(configuration['code_challenge_methods_supported'], ['S256']);
  assert.deepEqual(configuration['grant_types_supported'], ['authorization_code', 'refresh_token']);
  assert.deepEqual(read('.well-known/openid-configuration'), configuration);
});

test('the CapabilityStatement leads to the same addresses', () => {
  const { rest } = read('metadata') as unknown as { rest: { security: object }[] };
  const words = JSON.stringify(rest[0]?.security);
  assert.match(words, /"code":"SMART-on-FHIR"/);
  for (const path of ['authorize', 'token', 'revoke'])
    assert.match(words, new RegExp(`"url":"${path}","valueUri":"http://fhir.localhost/${path}"`));
});

test('the identity token is signed by the published key, and says who for whom and until when', () => {
  const token = String(signIn('nurse').id_token);
  const [header = '', claims = '', signature = ''] = token.split('.');
  const decoded = (part: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
  const [key] = read('/jwks.json')['keys'] as (JsonWebKey & { kid: string })[];
  assert.ok(key);
  assert.deepEqual(decoded(header), { alg: 'ES256', typ: 'JWT', kid: key.kid });
  const by = { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const;
  const signed = Buffer.from(`${header}.${claims}`);
  assert.ok(verify('sha256', signed, by, Buffer.from(signature, 'base64url')));
  assert.equal('d' in key, false);
  const { iat, exp, sub, ...said } = decoded(claims);
  assert.deepEqual(said, {
    iss: fhir.base,
    aud: 'ehch-kit-extension',
    nonce: 'a-nonce',
    fhirUser: `${fhir.base}/Practitioner/${String(sub)}`,
  });
  assert.equal(Number(exp) - Number(iat), 900);
});

test('no identity without openid, and no person without fhirUser', () => {
  assert.equal('id_token' in signIn('gp', { scope: 'user/*.rs' }), false);
  const only = signIn('gp', { scope: 'openid user/*.rs' });
  assert.equal('fhirUser' in only, false);
  assert.doesNotMatch(
    Buffer.from(String(only.id_token).split('.')[1] ?? '', 'base64url').toString(),
    /fhirUser/,
  );
});

test('a server without staff has no authorisation server', () => {
  const bare = createFhirServer();
  for (const url of ['/authorize', '/token', '/jwks.json', '.well-known/smart-configuration'])
    assert.equal(bare.request({ method: 'GET', url }).status, 404, url);
});

const { server } = await openServer({ staff: sampleStaff() });
after(() => server.close());
const root = server.url.replace(/\/fhir$/, '');
const origin = 'chrome-extension://higmcdaaefiehmbkpdfmajdoicgmdiob';
const allowed = async (url: string, init: RequestInit = {}): Promise<string | null> =>
  (await fetch(url, { ...init, headers: { origin } })).headers.get('access-control-allow-origin');

test('an extension reads discovery, keys and tokens over HTTP, and nobody the sign-in page', async () => {
  for (const url of [
    `${server.url}/.well-known/smart-configuration`,
    `${root}/jwks.json`,
    `${root}/token`,
    `${root}/revoke`,
  ])
    assert.equal(await allowed(url), origin, url);
  assert.equal(await allowed(`${root}/authorize`), null);
});
