import * as oauth from 'oauth4webapi';
import { scopesOf, type Accounts } from './accounts.ts';
import { SignInError } from './sign-in-error.ts';

/** The browser's window for a sign-in. It gives the address to which the server sent the user back. */
export interface SignInWindow {
  readonly redirectUri: string;
  /** @throws where the user closes the window, or the page cannot be loaded */
  open(url: string): Promise<string | undefined>;
}

/** A code that the server gave to this extension, and what proves at the token endpoint that it asked for it. */
export interface AskedCode {
  readonly parameters: URLSearchParams;
  readonly verifier: string;
  readonly nonce: string;
  readonly redirectUri: string;
}

/**
 * Lets the user sign in, in a window of the browser's own. No page of ours sees a password.
 *
 * @param audience the FHIR server for which the tokens are (`aud` of SMART)
 * @throws {SignInError} `closed`, `refused`, `wrong-state` or `bad-answer`
 */
export async function askForCode(
  server: oauth.AuthorizationServer,
  accounts: Accounts,
  audience: string,
  window: SignInWindow,
): Promise<AskedCode> {
  const verifier = oauth.generateRandomCodeVerifier();
  // 256 bits each.
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  const { redirectUri } = window;
  const url = new URL(server.authorization_endpoint ?? '');
  const asked = {
    response_type: 'code',
    client_id: accounts.clientId,
    redirect_uri: redirectUri,
    scope: scopesOf(accounts),
    state,
    nonce,
    aud: audience,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    // On a shared PC the next user must not become the last one because the server remembers that one.
    prompt: 'login',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  const answer = URL.parse((await opened(window, url.href)) ?? '');
  if (answer === null) throw new SignInError('closed');
  // Guard: an answer at another address is nobody's answer.
  if (`${answer.origin}${answer.pathname}` !== redirectUri) throw new SignInError('wrong-state');
  return { parameters: checked(server, accounts, answer, state), verifier, nonce, redirectUri };
}

async function opened(window: SignInWindow, url: string): Promise<string | undefined> {
  try {
    return await window.open(url);
  } catch (error) {
    throw new SignInError('closed', error);
  }
}

function checked(
  server: oauth.AuthorizationServer,
  { clientId }: Accounts,
  answer: URL,
  state: string,
): URLSearchParams {
  // Guard: also what the server refused has to belong to our question.
  if (answer.searchParams.getAll('state').join() !== state) throw new SignInError('wrong-state');
  try {
    return oauth.validateAuthResponse(server, { client_id: clientId }, answer, state);
  } catch (error) {
    throw new SignInError(
      error instanceof oauth.AuthorizationResponseError ? 'refused' : 'bad-answer',
      error,
    );
  }
}
