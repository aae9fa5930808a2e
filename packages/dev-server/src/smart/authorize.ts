import { randomBytes } from 'node:crypto';
import type { Tokens } from '../auth/tokens.ts';
import type { Inbound } from '../http/handle.ts';
import type { WireAnswer } from '../server/wire.ts';
import { answerAddress, askerOf, readRequest, type AuthorizationRequest } from './authorization-request.ts';
import type { RegisteredClient } from './clients.ts';
import { OAuthError } from './oauth-error.ts';
import { refusalPage, signInPage } from './page.ts';
import { grantedScopes, scopeWords } from './scopes.ts';
import type { Sessions } from './sessions.ts';

/** Milliseconds for a person to choose. */
const PATIENCE = 10 * 60_000;

export interface AuthorizeScene {
  readonly issuer: string;
  readonly clients: readonly RegisteredClient[];
  readonly tokens: Tokens;
  readonly sessions: Sessions;
  readonly now: () => number;
  readonly waiting: Map<string, Waiting>;
}

/** A request that is before a person. Only its page knows its handle, so no other site can press its buttons. */
interface Waiting {
  readonly request: AuthorizationRequest;
  readonly ends: number;
}

/** `GET /authorize`: shows the sign-in page, or refuses. */
export function showSignIn(scene: AuthorizeScene, { url }: Inbound): WireAnswer {
  const parameters = new URLSearchParams(url.split(/\?(.*)/s)[1]);
  const asker = askerOf(parameters, scene.clients);
  if (!asker)
    return refusalPage('The program is not registered here, or asks for an answer at another address.');
  try {
    const request = readRequest(parameters, asker, scene.issuer);
    const handle = randomBytes(24).toString('base64url');
    scene.waiting.set(handle, { request, ends: scene.now() + PATIENCE });
    return pageOf(scene, handle, request, null);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const { code, message } = error;
    const [state = null] = parameters.getAll('state');
    return sent(scene, asker.redirectUri, { error: code, error_description: message, state });
  }
}

/** `POST /authorize`: a button of the page was pressed. */
export function decide(scene: AuthorizeScene, { headers, body }: Inbound): WireAnswer {
  const { origin, host } = headers;
  if (origin !== undefined && origin !== `http://${host}`)
    return refusalPage('Another site sent this. Only the sign-in page may.');
  const form = new URLSearchParams(body);
  const handle = form.get('handle') ?? '';
  const held = scene.waiting.get(handle);
  if (!held || held.ends <= scene.now()) return refusalPage('This sign-in has ended or was used before.');
  const { request } = held;
  const { redirectUri, state } = request;
  if (form.get('decision') !== 'sign-in') {
    scene.waiting.delete(handle);
    const words = 'The person chose not to sign in.';
    return sent(scene, redirectUri, { error: 'access_denied', error_description: words, state });
  }
  const member = scene.tokens.staff().find(({ key }) => key === form.get('staff'));
  if (!member) return pageOf(scene, handle, request, 'Choose a person first.');
  if (scene.tokens.hasEnded(member))
    return pageOf(scene, handle, request, 'The pass of this person has ended.');
  scene.waiting.delete(handle);
  const code = scene.sessions.begin(request, member.key, grantedScopes(request.scope, member));
  return sent(scene, redirectUri, { code, state });
}

function pageOf(
  { tokens }: AuthorizeScene,
  handle: string,
  { client, redirectUri, scope }: AuthorizationRequest,
  problem: string | null,
): WireAnswer {
  return signInPage({
    clientName: client.name,
    redirectUri,
    asks: scopeWords(grantedScopes(scope, null)),
    staff: tokens.staff().map((member) => ({ ...member, hasEnded: tokens.hasEnded(member) })),
    handle,
    problem,
  });
}

/** Sends the browser to a registered address with an answer. The address of the answer is a secret for a minute. */
function sent(
  { issuer }: AuthorizeScene,
  redirectUri: string,
  answer: Readonly<Record<string, string | null>>,
): WireAnswer {
  const headers = {
    location: answerAddress(redirectUri, { ...answer, iss: issuer }),
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
  return { status: 303, headers, text: '' };
}
