// A small authorisation server in the test's own process, with real keys and signatures. It follows SMART App Launch 2.2.
import type { Accounts } from './accounts.ts';
import type { SignInWindow } from './ask-for-code.ts';

export const BASE = 'https://record.example/fhir';
export const ORIGIN = 'https://record.example';
export const ACCOUNTS: Accounts = { authIssuer: BASE, tokenEndpointOrigin: ORIGIN, clientId: 'ehch-kit' };
export const REDIRECT = 'https://ours.chromiumapp.org/cb';

interface Asked {
  readonly challenge: string;
  readonly nonce: string;
  readonly redirect: string;
}

const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
  'sign',
  'verify',
]);
const others = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
  'sign',
  'verify',
]);
const publicKey = { ...(await crypto.subtle.exportKey('jwk', keys.publicKey)), kid: 'k1', alg: 'ES256' };

const base64url = (of: Uint8Array | string) =>
  btoa(String.fromCharCode(...(typeof of === 'string' ? new TextEncoder().encode(of) : of)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const sha256 = async (text: string) =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));

/** What a test changes of the server. */
export interface Wrong {
  /** Replaces fields of the configuration. `undefined` takes one out. */
  readonly configuration?: Readonly<Record<string, unknown>>;
  /** Replaces claims of the token that names a person. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** The token is signed with a key that the server does not publish. */
  readonly isForged?: boolean;
  /** What the window is sent back with, beside or in place of the usual. */
  readonly answer?: (usual: URLSearchParams) => string | undefined | Error;
  /** Replaces fields of the answer with tokens. */
  readonly tokens?: Readonly<Record<string, unknown>>;
  /** Where it stands, no request is answered but with this status. */
  readonly status?: number;
  /** The OAuth error of every refresh. */
  readonly refusesRefresh?: string;
  readonly roles?: readonly object[];
  /** The roles have a next page. */
  readonly rolesGoOn?: boolean;
}

/** Returns the server, as `fetch` and as the window of a browser see it. */
export function fakeSmart(wrong: Wrong = {}) {
  const codes = new Map<string, Asked>();
  const asked: string[] = [];
  const revoked: string[] = [];
  let given = 0;
  let live = new Set<string>();

  async function idToken(nonce: string): Promise<string> {
    const at = Math.floor(Date.now() / 1000);
    const claims = {
      iss: BASE,
      sub: 'nurse-1',
      aud: ACCOUNTS.clientId,
      exp: at + 300,
      iat: at,
      nonce,
      name: 'Sam Okafor',
      fhirUser: `${BASE}/Practitioner/7`,
      ...wrong.claims,
    };
    const head = base64url(JSON.stringify({ alg: 'ES256', kid: 'k1', ...wrong.header }));
    const body = `${head}.${base64url(JSON.stringify(claims))}`;
    const by = (wrong.isForged ? others : keys).privateKey;
    const signature = await crypto.subtle.sign(
      { name: 'ECDSA', hash: 'SHA-256' },
      by,
      new TextEncoder().encode(body),
    );
    return `${body}.${base64url(new Uint8Array(signature))}`;
  }

  function tokens(more: object = {}): Response {
    given += 1;
    live = new Set([`refresh-${given}`]);
    return Response.json({
      access_token: `access-${given}`,
      refresh_token: `refresh-${given}`,
      token_type: 'Bearer',
      expires_in: 300,
      ...more,
      ...wrong.tokens,
    });
  }
  const refusal = (error: string) => Response.json({ error }, { status: 400 });

  async function tokenAt(form: URLSearchParams): Promise<Response> {
    if (form.get('client_id') !== ACCOUNTS.clientId) return refusal('invalid_client');
    if (form.get('grant_type') === 'refresh_token') {
      const isLive = live.has(form.get('refresh_token') ?? '');
      return wrong.refusesRefresh !== undefined || !isLive
        ? refusal(wrong.refusesRefresh ?? 'invalid_grant')
        : tokens();
    }
    const code = form.get('code') ?? '';
    const known = codes.get(code);
    codes.delete(code);
    const isRight =
      known !== undefined &&
      known.challenge === (await sha256(form.get('code_verifier') ?? '')) &&
      known.redirect === form.get('redirect_uri');
    return isRight ? tokens({ id_token: await idToken(known.nonce) }) : refusal('invalid_grant');
  }

  async function answer(url: URL, init: RequestInit): Promise<Response> {
    const path = url.pathname.replace('/fhir', '');
    const form = new URLSearchParams((init.body ?? '') as string | URLSearchParams);
    if (path === '/.well-known/smart-configuration')
      return Response.json({
        issuer: BASE,
        authorization_endpoint: `${ORIGIN}/auth/authorize`,
        token_endpoint: `${ORIGIN}/auth/token`,
        jwks_uri: `${ORIGIN}/auth/keys`,
        revocation_endpoint: `${ORIGIN}/auth/revoke`,
        code_challenge_methods_supported: ['S256'],
        ...wrong.configuration,
      });
    if (path === '/auth/token') return tokenAt(form);
    if (path === '/auth/keys') return Response.json({ keys: [publicKey] });
    if (path === '/auth/revoke') {
      revoked.push(form.get('token') ?? '');
      return new Response(null);
    }
    if (path === '/Practitioner/7')
      return Response.json({ resourceType: 'Practitioner', name: [{ given: ['Sam'], family: 'Okafor' }] });
    if (path === '/PractitionerRole')
      return Response.json({
        resourceType: 'Bundle',
        link: wrong.rolesGoOn ? [{ relation: 'next', url: `${BASE}?page=2` }] : [],
        entry: (wrong.roles ?? []).map((resource) => ({ resource })),
      });
    return new Response(null, { status: 404 });
  }

  const window: SignInWindow = {
    redirectUri: REDIRECT,
    async open(address) {
      const url = new URL(address);
      asked.push(address);
      const code = `code-${crypto.randomUUID()}`;
      const value = (name: string) => url.searchParams.get(name) ?? '';
      codes.set(code, {
        challenge: value('code_challenge'),
        nonce: value('nonce'),
        redirect: value('redirect_uri'),
      });
      const usual = new URLSearchParams({ code, state: value('state') });
      const sent = wrong.answer === undefined ? `${REDIRECT}?${usual}` : wrong.answer(usual);
      if (sent instanceof Error) throw sent;
      return sent;
    },
  };

  return {
    accounts: ACCOUNTS,
    fhirBaseUrl: BASE,
    place: { homes: [] },
    clock: () => '2026-11-21T09:30:00Z',
    /** The addresses to which the window was sent. */
    asked,
    revoked,
    /** The addresses and headers of every request. */
    requests: [] as { readonly url: string; readonly init: RequestInit }[],
    window,
    async fetch(address: string, init: RequestInit): Promise<Response> {
      this.requests.push({ url: address, init });
      if (wrong.status !== undefined) {
        if (wrong.status === 0) throw new TypeError('Failed to fetch');
        return new Response('{}', { status: wrong.status });
      }
      return answer(new URL(address), init);
    },
  };
}
