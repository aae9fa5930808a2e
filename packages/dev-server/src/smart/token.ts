import { createHash } from 'node:crypto';
import type { StaffMember } from '../auth/tokens.ts';
import { OAuthError } from './oauth-error.ts';
import type { Session, Sessions } from './sessions.ts';
import type { SigningKey } from './signing.ts';
import type { RegisteredClient } from './clients.ts';

export interface TokenScene {
  readonly issuer: string;
  readonly clients: readonly RegisteredClient[];
  readonly sessions: Sessions;
  readonly key: SigningKey;
  readonly now: () => number;
}

/** `POST /token`: tokens for a code, or for a refresh token. @throws {OAuthError} */
export function giveTokens(scene: TokenScene, form: URLSearchParams): object {
  const grant = required(form, 'grant_type');
  // Not a lookup by property, or `constructor` would be a grant.
  const give = GRANTS.get(grant);
  if (!give) throw new OAuthError('unsupported_grant_type', 'Use authorization_code or refresh_token.');
  return give(scene, form, clientOf(form, scene.clients));
}

/** `POST /revoke` (RFC 7009). A token that is not known is no failure. @throws {OAuthError} */
export function revoke({ clients, sessions }: TokenScene, form: URLSearchParams): void {
  sessions.revoke(required(form, 'token'), clientOf(form, clients));
}

type Grant = (scene: TokenScene, form: URLSearchParams, client: string) => object;

/** The registry of grants. */
const GRANTS: ReadonlyMap<string, Grant> = new Map<string, Grant>([
  ['authorization_code', codeGrant],
  ['refresh_token', refreshGrant],
]);

function codeGrant(scene: TokenScene, form: URLSearchParams, client: string): object {
  const code = required(form, 'code');
  const redirectUri = required(form, 'redirect_uri');
  const challenge = challengeOf(required(form, 'code_verifier'));
  const session = scene.sessions.redeem(
    code,
    (request) =>
      request.client.id === client && request.redirectUri === redirectUri && request.challenge === challenge,
  );
  return answer(scene, session, session.scope);
}

function refreshGrant(scene: TokenScene, form: URLSearchParams, client: string): object {
  const token = required(form, 'refresh_token');
  const asked = form.get('scope')?.split(' ') ?? null;
  const session = scene.sessions.renew(token, client, asked);
  return answer(scene, session, asked ?? session.scope);
}

/** The answer in the names of OAuth, OpenID Connect and SMART App Launch 2.2. */
function answer(
  { issuer, sessions, key, now }: TokenScene,
  session: Session,
  scope: readonly string[],
): object {
  const issued = sessions.issue(session, scope);
  const { access_token, token_type, expires_in, refresh_token } = issued;
  const person = `${issuer}/${issued.fhirUser}`;
  const issuedAt = Math.floor(now() / 1000);
  const claims = {
    iss: issuer,
    aud: session.client,
    sub: issued.sub,
    iat: issuedAt,
    exp: issuedAt + expires_in,
    ...(session.nonce === null ? {} : { nonce: session.nonce }),
    ...(scope.includes('fhirUser') ? { fhirUser: person } : {}),
  };
  return {
    access_token,
    token_type,
    expires_in,
    scope: scope.join(' '),
    ...(refresh_token === undefined ? {} : { refresh_token }),
    ...(scope.includes('openid') ? { id_token: key.sign(claims) } : {}),
    ...(scope.includes('fhirUser') ? { fhirUser: person } : {}),
    // The window has no banner of the resident, so the client has to show one.
    need_patient_banner: true,
    ...contextOf(issued),
  };
}

function contextOf({ patient }: StaffMember): object {
  return patient === undefined ? {} : { patient };
}

/** PKCE's `S256` (RFC 7636 4.2). @throws {OAuthError} for a verifier that RFC 7636 4.1 forbids */
function challengeOf(verifier: string): string {
  if (!/^[\w.~-]{43,128}$/.test(verifier))
    throw new OAuthError('invalid_request', 'A code_verifier has 43 to 128 characters.');
  return createHash('sha256').update(verifier).digest('base64url');
}

function clientOf(form: URLSearchParams, clients: readonly RegisteredClient[]): string {
  const asked = required(form, 'client_id');
  if (clients.some(({ id }) => id === asked)) return asked;
  throw new OAuthError('invalid_client', 'This client is not registered here.');
}

function required(form: URLSearchParams, name: string): string {
  const [value = '', ...more] = form.getAll(name);
  if (value !== '' && more.length === 0) return value;
  throw new OAuthError('invalid_request', `The request needs one ${name}.`);
}
