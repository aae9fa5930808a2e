import type { RegisteredClient } from './clients.ts';
import { OAuthError, type OAuthCode } from './oauth-error.ts';
import { grantedScopes } from './scopes.ts';

/** A request for a code that may be put before a person. */
export interface AuthorizationRequest {
  readonly client: RegisteredClient;
  readonly redirectUri: string;
  readonly state: string;
  readonly scope: string;
  readonly challenge: string;
  readonly nonce: string | null;
}

/** The client and the address of a request, once both are known to belong together. */
export interface Asker {
  readonly client: RegisteredClient;
  readonly redirectUri: string;
}

/**
 * Who asks, and where the answer goes. `null`: the address is not one of the client's, so the answer goes nowhere but
 * to the person who looks. Otherwise a link to this server would send people wherever its author likes.
 */
export function askerOf(parameters: URLSearchParams, clients: readonly RegisteredClient[]): Asker | null {
  const [ids, uris] = [parameters.getAll('client_id'), parameters.getAll('redirect_uri')];
  const client = clients.find(({ id }) => id === ids[0]);
  const [redirectUri] = uris;
  if (ids.length !== 1 || uris.length !== 1 || !client || redirectUri === undefined) return null;
  return client.redirectUris.includes(redirectUri) ? { client, redirectUri } : null;
}

/** Bits that a `state` has to be able to hold (SMART App Launch 2.2, 2.0.9). A UUID of version 4 has as many. */
const STATE_BITS = 122;

interface Rule {
  readonly error: OAuthCode;
  readonly words: string;
  isBroken(parameters: URLSearchParams, base: string): boolean;
}

/** The registry of refusals, in the order in which they are looked for. */
const RULES: readonly Rule[] = [
  {
    error: 'invalid_request',
    words: 'A parameter stands in the request twice.',
    isBroken: (parameters) => new Set(parameters.keys()).size < parameters.size,
  },
  {
    error: 'unsupported_response_type',
    words: 'This server gives codes: response_type=code.',
    isBroken: (parameters) => parameters.get('response_type') !== 'code',
  },
  {
    error: 'invalid_request',
    words: 'This server answers in the query: leave out response_mode.',
    isBroken: (parameters) => (parameters.get('response_mode') ?? 'query') !== 'query',
  },
  {
    error: 'invalid_request',
    words: `The state is missing, or shorter than ${STATE_BITS} bits.`,
    isBroken: (parameters) => bitsOf(parameters.get('state') ?? '') < STATE_BITS,
  },
  {
    error: 'invalid_request',
    words: 'The aud is missing, or is another server than this one.',
    isBroken: (parameters, base) => parameters.get('aud')?.replace(/\/$/, '') !== base,
  },
  {
    error: 'invalid_request',
    words: 'PKCE is needed: a code_challenge with code_challenge_method=S256.',
    isBroken: (parameters) =>
      parameters.get('code_challenge_method') !== 'S256' ||
      !/^[\w-]{43}$/.test(parameters.get('code_challenge') ?? ''),
  },
  {
    error: 'invalid_scope',
    words: 'None of the scopes is known here.',
    isBroken: (parameters) => grantedScopes(parameters.get('scope') ?? '', null).length === 0,
  },
  {
    error: 'login_required',
    words: 'Somebody has to choose who signs in, each time.',
    isBroken: (parameters) => parameters.get('prompt') === 'none',
  },
];

/** Reads a request whose asker is known. @throws {OAuthError} for the first rule that it breaks */
export function readRequest(parameters: URLSearchParams, asker: Asker, base: string): AuthorizationRequest {
  const broken = RULES.find((rule) => rule.isBroken(parameters, base));
  if (broken) throw new OAuthError(broken.error, broken.words);
  return {
    ...asker,
    state: parameters.get('state') ?? '',
    scope: parameters.get('scope') ?? '',
    challenge: parameters.get('code_challenge') ?? '',
    nonce: parameters.get('nonce'),
  };
}

/** The most that a text can hold, by its length and its alphabet. Chance itself cannot be seen. */
function bitsOf(text: string): number {
  const digits = text.replaceAll('-', '');
  if (/^\d*$/.test(digits)) return digits.length * Math.log2(10);
  if (/^[\da-f]*$/i.test(digits)) return digits.length * 4;
  return text.length * 6;
}

/** The address of an answer, with the answer in it. */
export function answerAddress(redirectUri: string, answer: Readonly<Record<string, string | null>>): string {
  const address = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer))
    if (value !== null) address.searchParams.set(name, value);
  return address.href;
}
