import { SCOPES_SUPPORTED } from './scopes.ts';

/** The addresses of the authorisation server. They lie beside the FHIR service. */
export interface SmartEndpoints {
  /** The FHIR base. It is the issuer and the audience as well. */
  readonly issuer: string;
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string;
  readonly keys: string;
}

export function endpointsBeside(base: string): SmartEndpoints {
  const root = base.replace(/\/[^/]*$/, '');
  return {
    issuer: base,
    authorize: `${root}/authorize`,
    token: `${root}/token`,
    revoke: `${root}/revoke`,
    keys: `${root}/jwks.json`,
  };
}

/** The SMART capabilities that this server has: no patient picker, no launch from a record system. */
const CAPABILITIES = [
  'launch-standalone',
  'client-public',
  'sso-openid-connect',
  'context-banner',
  'permission-online',
  'permission-offline',
  'permission-user',
  'permission-v2',
] as const;

/** `GET [base]/.well-known/smart-configuration`, and what OpenID Connect Discovery asks for beside it. */
export function smartConfiguration({ issuer, authorize, token, revoke, keys }: SmartEndpoints): object {
  return {
    issuer,
    jwks_uri: keys,
    authorization_endpoint: authorize,
    token_endpoint: token,
    revocation_endpoint: revoke,
    token_endpoint_auth_methods_supported: ['none'],
    revocation_endpoint_auth_methods_supported: ['none'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    scopes_supported: SCOPES_SUPPORTED,
    code_challenge_methods_supported: ['S256'],
    // A client that talks to two servers sees from `iss` whose answer it has (RFC 9207).
    authorization_response_iss_parameter_supported: true,
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    claims_supported: ['iss', 'aud', 'sub', 'exp', 'iat', 'nonce', 'fhirUser'],
    capabilities: CAPABILITIES,
  };
}

/** `CapabilityStatement.rest.security` of a server where people sign in. */
export function securityStatement({ authorize, token, revoke }: SmartEndpoints): object {
  const addresses = { authorize, token, revoke };
  return {
    cors: true,
    service: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
            code: 'SMART-on-FHIR',
          },
        ],
        text: 'OAuth 2.0 by SMART App Launch 2.2',
      },
    ],
    description: 'People of the sample staff sign in. It listens on this machine only.',
    extension: [
      {
        url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
        extension: Object.entries(addresses).map(([url, valueUri]) => ({ url, valueUri })),
      },
    ],
  };
}
