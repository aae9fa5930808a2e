import * as oauth from 'oauth4webapi';
import type { Accounts } from './accounts.ts';
import type { AskedCode } from './ask-for-code.ts';
import { careful, type Fetch } from './ask-server.ts';
import { SignInError, type SignInCode } from './sign-in-error.ts';

/** What a session asks the server with. It is in memory only. */
export interface Tokens {
  readonly access: string;
  /** `null`: the server gave none, so the session ends with the access token. */
  readonly refresh: string | null;
  /** Milliseconds of the device's clock. `null`: the server did not say. */
  readonly expires: number | null;
}

/** Who signed in, as the signed token says it. */
export interface Claims {
  readonly sub: string;
  readonly name: string | null;
  /** SMART's `fhirUser`: `Practitioner/7`, or the same as an address. */
  readonly fhirUser: string | null;
  /** The one resident whom the sign-in is about, as SMART's `patient` names them. `null`: it is about nobody. */
  readonly patient: string | null;
}

/** Speaks with one authorisation server as a public client. */
export class TokenServer {
  readonly #server: oauth.AuthorizationServer;
  readonly #client: oauth.Client;
  readonly #http;

  constructor(server: oauth.AuthorizationServer, { clientId }: Accounts, fetch: Fetch) {
    this.#server = server;
    this.#client = { client_id: clientId, token_endpoint_auth_method: 'none' };
    this.#http = {
      [oauth.customFetch]: (url: string, init: object) => careful(fetch)(url, init),
      // Demo builds speak http with this machine. Discovery has refused every other address before.
      [oauth.allowInsecureRequests]: __DEMO__,
    };
  }

  /**
   * Exchanges the code for tokens, and checks who signed in: signature, issuer, audience, nonce and end.
   *
   * @throws {SignInError} `refused`, `silent` or `bad-answer`
   */
  redeem(code: AskedCode): Promise<{ tokens: Tokens; claims: Claims }> {
    return trusted(
      () => 'refused',
      async () => {
        const response = await oauth.authorizationCodeGrantRequest(
          this.#server,
          this.#client,
          oauth.None(),
          code.parameters,
          code.redirectUri,
          code.verifier,
          this.#http,
        );
        const answer = await oauth.processAuthorizationCodeResponse(this.#server, this.#client, response, {
          expectedNonce: code.nonce,
          requireIdToken: true,
        });
        await oauth.validateApplicationLevelSignature(this.#server, response, this.#http);
        return { tokens: tokensOf(answer, null), claims: claimsOf(answer) };
      },
    );
  }

  /** @throws {SignInError} `ended` if the server takes the token no more; `silent` or `bad-answer` */
  refresh(refresh: string, sub: string): Promise<Tokens> {
    const meaning = (error: string) => (error === 'invalid_grant' ? 'ended' : 'silent');
    return trusted(meaning, async () => {
      const response = await oauth.refreshTokenGrantRequest(
        this.#server,
        this.#client,
        oauth.None(),
        refresh,
        this.#http,
      );
      const answer = await oauth.processRefreshTokenResponse(this.#server, this.#client, response);
      const renewed = oauth.getValidatedIdTokenClaims(answer);
      // Guard: a session goes on for the person who began it, and for nobody else.
      if (renewed !== undefined && renewed.sub !== sub) throw new SignInError('bad-answer');
      return tokensOf(answer, refresh);
    });
  }

  /** Tells the server that the tokens are of no use any more. It is tried once: they also end by themselves. */
  async revoke({ access, refresh }: Tokens): Promise<void> {
    if (this.#server.revocation_endpoint === undefined) return;
    for (const token of refresh === null ? [access] : [refresh, access])
      await trusted(
        () => 'silent',
        async () =>
          oauth.processRevocationResponse(
            await oauth.revocationRequest(this.#server, this.#client, oauth.None(), token, this.#http),
          ),
      );
  }
}

function tokensOf(answer: oauth.TokenEndpointResponse, former: string | null): Tokens {
  if (answer.token_type !== 'bearer') throw new SignInError('bad-answer');
  return {
    access: answer.access_token,
    // A server that changes no refresh token leaves it out.
    refresh: answer.refresh_token ?? former,
    expires: answer.expires_in === undefined ? null : Date.now() + answer.expires_in * 1000,
  };
}

function claimsOf(answer: oauth.TokenEndpointResponse): Claims {
  const claims = oauth.getValidatedIdTokenClaims(answer);
  if (claims === undefined || claims.sub.trim() === '') throw new SignInError('bad-answer');
  const { name, fhirUser } = claims;
  const { patient } = answer;
  return {
    sub: claims.sub,
    name: typeof name === 'string' ? name : null,
    fhirUser: typeof fhirUser === 'string' ? fhirUser : null,
    patient: typeof patient === 'string' ? patient : null,
  };
}

/** Turns what the library throws into one of our errors. `meaning`: what an OAuth error of the server means here. */
async function trusted<T>(meaning: (error: string) => SignInCode, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof SignInError) throw error;
    if (error instanceof oauth.ResponseBodyError)
      throw new SignInError(error.status >= 500 ? 'silent' : meaning(error.error), error);
    // A busy or broken server says nothing about the person.
    if (error instanceof Error && error.cause instanceof Response && error.cause.status >= 500)
      throw new SignInError('silent', error);
    throw new SignInError('bad-answer', error);
  }
}
