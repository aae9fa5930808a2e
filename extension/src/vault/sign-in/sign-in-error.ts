/** Why a sign-in did not happen, or has ended. The words for the user stand in `shell/screens/sign-in-words.ts`. */
export const SIGN_IN_CODES = [
  /** The user closed the window of the browser. */
  'closed',
  /** The server refused this person. */
  'refused',
  /** The answer belongs to another question, or to none: somebody may have put it there. */
  'wrong-state',
  /** The server does not offer PKCE with S256, without which a code could be used by somebody else. */
  'no-s256',
  /** The server names another address than the one that was set up, or one without https. */
  'other-address',
  /** The server did not answer, or not in time. */
  'silent',
  /** The server's answer cannot be trusted or read: a token without a valid signature, or about another person. */
  'bad-answer',
  /** The server ended the session: it takes the refresh token no more. */
  'ended',
] as const;

export type SignInCode = (typeof SIGN_IN_CODES)[number];

/** It holds no word of a server and no token, so it may be reported. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly code: SignInCode;

  constructor(code: SignInCode, cause?: unknown) {
    super(`The sign-in ended: ${code}.`, cause === undefined ? {} : { cause: nameOf(cause) });
    this.code = code;
  }
}

/** What a library threw may hold a whole answer of the server, with its tokens. Only its name and code are kept. */
function nameOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown';
  const { code } = cause as { code?: unknown };
  return typeof code === 'string' ? `${cause.name} ${code}` : cause.name;
}
