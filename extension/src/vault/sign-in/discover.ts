import type { AuthorizationServer } from 'oauth4webapi';
import * as z from 'zod/mini';
import { isServerAddress, type Accounts } from './accounts.ts';
import { askJson, type Fetch } from './ask-server.ts';
import { SignInError } from './sign-in-error.ts';

const address = z.string().check(z.maxLength(500));

/** What SMART App Launch 2.2 has in its configuration. More may stand there. */
const configuration = z.object({
  issuer: address,
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  revocation_endpoint: z.optional(address),
  code_challenge_methods_supported: z.optional(z.array(z.string())),
  id_token_signing_alg_values_supported: z.optional(z.array(z.string())),
  authorization_response_iss_parameter_supported: z.optional(z.boolean()),
});

/** Signatures by a key pair. With a shared secret, or with none, anybody could say who signed in. */
const SIGNATURES = ['ES256', 'ES384', 'RS256', 'RS384', 'PS256'];

/**
 * Reads how the FHIR server lets people sign in (SMART App Launch). Guard: each address has to be of the origin that was
 * set up, so a hijacked server can send neither a code nor a token elsewhere.
 *
 * @throws {SignInError} `other-address`, `no-s256`, `silent` or `bad-answer`
 */
export async function discover(
  fetch: Fetch,
  fhirBaseUrl: string,
  accounts: Accounts,
): Promise<AuthorizationServer> {
  const base = fhirBaseUrl.replace(/\/+$/, '');
  const read = configuration.safeParse(await askJson(fetch, `${base}/.well-known/smart-configuration`));
  if (!read.success) throw new SignInError('bad-answer');
  const { data } = read;
  const addresses = [
    data.authorization_endpoint,
    data.token_endpoint,
    data.jwks_uri,
    ...(data.revocation_endpoint === undefined ? [] : [data.revocation_endpoint]),
  ];
  if (data.issuer !== accounts.authIssuer) throw new SignInError('other-address');
  if (!addresses.every((each) => isPinned(each, accounts))) throw new SignInError('other-address');
  if (!data.code_challenge_methods_supported?.includes('S256')) throw new SignInError('no-s256');
  const offered = data.id_token_signing_alg_values_supported ?? SIGNATURES;
  return {
    issuer: data.issuer,
    authorization_endpoint: data.authorization_endpoint,
    token_endpoint: data.token_endpoint,
    jwks_uri: data.jwks_uri,
    ...(data.revocation_endpoint !== undefined && { revocation_endpoint: data.revocation_endpoint }),
    // Where the server says that each answer names it, one that does not is of somebody else (RFC 9207).
    authorization_response_iss_parameter_supported:
      data.authorization_response_iss_parameter_supported ?? false,
    id_token_signing_alg_values_supported: offered.filter((each) => SIGNATURES.includes(each)),
  };
}

function isPinned(each: string, { tokenEndpointOrigin }: Accounts): boolean {
  return isServerAddress(each) && URL.parse(each)?.origin === tokenEndpointOrigin;
}
