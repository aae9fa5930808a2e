import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import * as oauth from 'oauth4webapi';
import { chrome } from '../extension/src/manifest/chrome.ts';
import { firefox } from '../extension/src/manifest/firefox.ts';
import {
  CLIENTS,
  DEMO_NOW,
  sampleHome,
  sampleStaff,
  startDevServer,
} from '../packages/dev-server/src/index.ts';

// A day of the demo, whose clock is not this machine's: the client is told the difference.
const skew = Math.round((Date.parse(DEMO_NOW) - Date.now()) / 1000);
const log: string[] = [];
const server = await startDevServer({
  clock: () => Date.now() + skew * 1000,
  staff: sampleStaff(),
  resources: sampleHome().resources,
  log: (line) => log.push(line),
});
after(() => server.close());

const insecure = { [oauth.allowInsecureRequests]: true };
const [extension] = CLIENTS;
const client: oauth.Client = { client_id: extension?.id ?? '', [oauth.clockSkew]: skew };
const redirect = extension?.redirectUris[0] ?? '';
const SCOPE = 'openid fhirUser launch/patient online_access user/*.rs';

async function discover(): Promise<oauth.AuthorizationServer> {
  const response = await fetch(`${server.url}/.well-known/smart-configuration`);
  return oauth.processDiscoveryResponse(new URL(server.url), response);
}

/** Presses "Sign in" as a browser's window does. Gives the address to which it would go. */
async function pressed(address: URL, staff: string): Promise<URL> {
  const page = await (await fetch(address, { redirect: 'manual' })).text();
  const handle = /name="handle" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const body = new URLSearchParams({ handle, staff, decision: 'sign-in' });
  const sent = await fetch(new URL('/authorize', address), { method: 'POST', body, redirect: 'manual' });
  return new URL(sent.headers.get('location') ?? '');
}

interface Flow {
  readonly as: oauth.AuthorizationServer;
  readonly verifier: string;
  readonly nonce: string;
  readonly state: string;
  /** Where the window ended. */
  readonly answer: URL;
}

async function flow(staff: string): Promise<Flow> {
  const as = await discover();
  const verifier = oauth.generateRandomCodeVerifier();
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
  const address = new URL(as.authorization_endpoint ?? '');
  address.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: redirect,
    response_type: 'code',
    scope: SCOPE,
    state,
    nonce,
    aud: server.url,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).toString();
  return { as, verifier, nonce, state, answer: await pressed(address, staff) };
}

async function exchanged({ as, verifier, nonce, state, answer }: Flow): Promise<oauth.TokenEndpointResponse> {
  const parameters = oauth.validateAuthResponse(as, client, answer, state);
  const response = await oauth.authorizationCodeGrantRequest(
    as,
    client,
    oauth.None(),
    parameters,
    redirect,
    verifier,
    insecure,
  );
  const given = await oauth.processAuthorizationCodeResponse(as, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  // The identity token is signed by the key that discovery names.
  await oauth.validateApplicationLevelSignature(as, response, insecure);
  return given;
}

const isRefused = (error: unknown): boolean =>
  error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant';

async function refreshed(as: oauth.AuthorizationServer, token: string): Promise<oauth.TokenEndpointResponse> {
  const response = await oauth.refreshTokenGrantRequest(as, client, oauth.None(), token, insecure);
  return oauth.processRefreshTokenResponse(as, client, response);
}

const status = async (path: string, token: string): Promise<number> =>
  (await fetch(`${server.url}/${path}`, { headers: { authorization: `Bearer ${token}` } })).status;

test('a client library signs a nurse in, reads who she is, renews, and signs her out', async () => {
  const signing = await flow('nurse');
  const { as } = signing;
  const given = await exchanged(signing);
  const claims = oauth.getValidatedIdTokenClaims(given);
  assert.equal(claims?.['fhirUser'], `${server.url}/Practitioner/${claims?.sub}`);
  const role = `PractitionerRole?practitioner=Practitioner/${claims?.sub}`;
  const found = await fetch(`${server.url}/${role}`, {
    headers: { authorization: `Bearer ${given.access_token}` },
  });
  assert.match(await found.text(), /"text":"Registered nurse"/);
  const renewed = await refreshed(as, given.refresh_token ?? '');
  assert.equal(await status('Patient?_count=1', renewed.access_token), 200);
  const gone = await oauth.revocationRequest(as, client, oauth.None(), renewed.refresh_token ?? '', insecure);
  await oauth.processRevocationResponse(gone);
  assert.equal(await status('Patient?_count=1', renewed.access_token), 401);
  await assert.rejects(refreshed(as, renewed.refresh_token ?? ''), isRefused);
});

test('a visiting clinician gets the one resident, who is on the server', async () => {
  const given = await exchanged(await flow('visiting'));
  const { patient } = given;
  assert.ok(typeof patient === 'string');
  assert.equal(await status(`Patient/${patient}`, given.access_token), 200);
});

test('a code that comes back with another state, or another issuer, is refused by the client', async () => {
  const { as, answer, state } = await flow('gp');
  assert.throws(() => oauth.validateAuthResponse(as, client, answer, oauth.generateRandomState()));
  const elsewhere = new URL(answer);
  elsewhere.searchParams.set('iss', 'https://evil.example/fhir');
  assert.throws(() => oauth.validateAuthResponse(as, client, elsewhere, state));
});

test('a code with the verifier of another sign-in is refused, and nothing of it is left', async () => {
  const [mine, theirs] = [await flow('gp'), await flow('nurse')];
  const injected = { ...mine, answer: new URL(theirs.answer) };
  injected.answer.searchParams.set('state', mine.state);
  await assert.rejects(exchanged(injected), isRefused);
  await assert.rejects(exchanged(theirs), isRefused);
});

test('no code, token, state or name stands in the log', () => {
  assert.ok(log.includes('POST /token 200'));
  for (const line of log) assert.match(line, /^[A-Z]+ \/[\w./-]* \d{3}$/);
});

test('the registered addresses are those of the extension that is built here', () => {
  const key = createHash('sha256').update(Buffer.from(chrome.key, 'base64')).digest('hex');
  const id = key.slice(0, 32).replace(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '');
  const { id: ours } = firefox.browser_specific_settings.gecko;
  const subdomain = createHash('sha1').update(ours).digest('hex');
  assert.deepEqual(extension?.redirectUris, [
    `https://${id}.chromiumapp.org/`,
    `https://${subdomain}.extensions.allizom.org/`,
    `http://127.0.0.1/mozoauth2/${subdomain}`,
  ]);
});
