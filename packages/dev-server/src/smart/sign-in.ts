import type { Tokens } from '../auth/tokens.ts';
import type { Inbound } from '../http/handle.ts';
import type { WireAnswer } from '../server/wire.ts';
import { decide, showSignIn, type AuthorizeScene } from './authorize.ts';
import { CLIENTS, type RegisteredClient } from './clients.ts';
import { endpointsBeside, smartConfiguration, type SmartEndpoints } from './discovery.ts';
import { OAuthError } from './oauth-error.ts';
import { Sessions } from './sessions.ts';
import { makeSigningKey } from './signing.ts';
import { giveTokens, revoke, type TokenScene } from './token.ts';

/** How people sign in. */
export interface SignInOptions {
  /** Whether a request needs a token. `optional` answers those without one as a server without sign-in does. */
  readonly need?: 'always' | 'optional';
  /** Seconds that an access token of a sign-in lives. Defaults to 900. */
  readonly tokenLife?: number;
  /** Clients besides the registered ones. */
  readonly clients?: readonly RegisteredClient[];
}

/** The authorisation server beside a FHIR service: SMART App Launch 2.2, standalone launch. */
export interface SignIn {
  readonly endpoints: SmartEndpoints;
  readonly sessions: Sessions;
  /** Answers a request beside the FHIR base, or one below it for a `.well-known` address. `null`: it is not for sign-in. */
  answer(inbound: Inbound, room: 'fhir' | 'sign-in'): WireAnswer | null;
}

interface Scene extends AuthorizeScene, TokenScene {
  readonly endpoints: SmartEndpoints;
}

type Endpoint = (scene: Scene, inbound: Inbound) => WireAnswer;

/** The registry of endpoints. Those of `.well-known` lie below the FHIR base, the others beside it. */
const ENDPOINTS: Readonly<Record<string, Endpoint | undefined>> = {
  'GET .well-known/smart-configuration': ({ endpoints }) => json(200, smartConfiguration(endpoints)),
  'GET .well-known/openid-configuration': ({ endpoints }) => json(200, smartConfiguration(endpoints)),
  'GET jwks.json': ({ key }) => json(200, key.keys),
  'GET authorize': showSignIn,
  'POST authorize': (scene, inbound) => (isForm(inbound) ? decide(scene, inbound) : notAForm()),
  'POST token': (scene, inbound) => answered(inbound, (form) => giveTokens(scene, form)),
  'POST revoke': (scene, inbound) => answered(inbound, (form) => revoke(scene, form)),
};

/** The paths beside the FHIR base. */
export const SIGN_IN_PATHS: readonly string[] = ['authorize', 'token', 'revoke', 'jwks.json'];

export function createSignIn(
  tokens: Tokens,
  base: string,
  now: () => number,
  { tokenLife = 900, clients = [] }: SignInOptions,
): SignIn {
  const sessions = new Sessions(tokens, now, tokenLife);
  const endpoints = endpointsBeside(base);
  const scene: Scene = {
    endpoints,
    issuer: endpoints.issuer,
    clients: [...CLIENTS, ...clients],
    tokens,
    sessions,
    key: makeSigningKey(),
    now,
    waiting: new Map(),
  };
  return {
    endpoints,
    sessions,
    answer(inbound, room) {
      const [path = ''] = inbound.url.split('?');
      if (room === 'fhir' && !path.startsWith('.well-known/')) return null;
      const method = inbound.method === 'HEAD' ? 'GET' : inbound.method;
      const endpoint = ENDPOINTS[`${method} ${path}`];
      if (endpoint) return endpoint(scene, inbound);
      return room === 'fhir' ? null : json(405, { error: 'invalid_request' });
    },
  };
}

function answered(inbound: Inbound, give: (form: URLSearchParams) => object | void): WireAnswer {
  if (!isForm(inbound)) return notAForm();
  try {
    return json(200, give(new URLSearchParams(inbound.body)));
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const { code, message } = error;
    return json(400, { error: code, error_description: message });
  }
}

function isForm({ headers }: Inbound): boolean {
  return (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
}

function notAForm(): WireAnswer {
  const error_description = 'Send a form: application/x-www-form-urlencoded.';
  return json(400, { error: 'invalid_request', error_description });
}

/** An answer that nobody keeps (RFC 6749 5.1). */
function json(status: number, body: object | void): WireAnswer {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      pragma: 'no-cache',
    },
    text: body === undefined ? '' : JSON.stringify(body),
  };
}
