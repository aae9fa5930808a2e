/** Every code an EHCH Kit error can carry. Callers branch on the code, never on the message. */
export const EHCH_ERROR_CODES = [
  /** A value from the host page is not usable; the message names the value and the fix. */
  'bad-argument',
  /** Place configuration, or other data written for us, does not fit its schema. */
  'bad-configuration',
  /** The engine, server or port cannot be reached now. */
  'unreachable',
  /** The other side did not answer inside the deadline. What it did is unknown, not failed. */
  'timeout',
  /** The server needs the user to sign in. */
  'signed-out',
  /** The server refused this person or this role. */
  'forbidden',
  /** The server has no such record. */
  'not-found',
  /** Two people match the request. Nobody is shown. */
  'two-people',
  /** The server keeps no such kind of record. Nothing has failed, and nobody knows what is true. */
  'not-offered',
  /** The server asks us to come back later. */
  'busy',
  /** The server reported a failure of its own. */
  'server-error',
  /** The answer does not fit the request: not JSON, not FHIR, or about another person. */
  'malformed',
  /** The program recognises the form of the data but does not read it, such as another FHIR version. */
  'unsupported',
  /** Nothing was written on this device: it is full, or refuses storage. What a person entered must stay on screen. */
  'not-kept',
  /** The records on this device are locked. Sign in or unlock, then ask again. */
  'locked',
  /** Another window has taken over this work. Nothing was written. */
  'overtaken',
  /** A newer release of this program wrote what lies here. Nothing of it is read or changed. Load that release. */
  'newer-release',
] as const;

/** A code of {@link EHCH_ERROR_CODES}. */
export type EhchErrorCode = (typeof EHCH_ERROR_CODES)[number];

/**
 * The only error class of EHCH Kit. `name` and `code` are literals, because minifiers rename classes and ports drop
 * prototypes. The message says what to do, and never holds anything about a resident.
 */
export class EhchError extends Error {
  override readonly name = 'EhchError';
  readonly code: EhchErrorCode;

  constructor(code: EhchErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
