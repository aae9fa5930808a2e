/** The errors of OAuth 2.0 and OpenID Connect that this server answers with (RFC 6749, RFC 7009, OpenID Connect Core). */
export type OAuthCode =
  | 'access_denied'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'login_required'
  | 'unsupported_grant_type'
  | 'unsupported_response_type';

/** A request of a client that is refused. The words are for the client's developer, and never repeat what was sent. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly code: OAuthCode;

  constructor(code: OAuthCode, words: string) {
    super(words);
    this.code = code;
  }
}
