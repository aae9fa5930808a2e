/** Every code an EHCH Kit error can carry. Callers branch on the code, never on the message. */
export const EHCH_ERROR_CODES = [
  /** A value given by the embedder is not usable; the message names the value and the fix. */
  'bad-argument',
  /** Place configuration, or other data written for us, does not fit its schema. */
  'bad-configuration',
  /** Something was asked of an engine, server or port that cannot be reached now. */
  'unreachable',
  /** The other side did not answer inside the deadline. What it did is unknown, not failed. */
  'timeout',
  /** The server wants to know who is asking. */
  'signed-out',
  /** The server refused this person or this role. */
  'forbidden',
  /** The server has no such record. */
  'not-found',
  /** Two people answer to what was asked for. Nobody is shown. */
  'two-people',
  /** The server asks us to come back later. */
  'busy',
  /** The server answered that it failed. */
  'server-error',
  /** An answer arrived that is not what was asked for: not JSON, not FHIR, or about somebody else. */
  'malformed',
  /** The data is in a form that this program recognises but does not read, such as another FHIR version. */
  'unsupported',
] as const;

/** A code of {@link EHCH_ERROR_CODES}. */
export type EhchErrorCode = (typeof EHCH_ERROR_CODES)[number];

/**
 * The one error of EHCH Kit. `name` and `code` are literals, because minifiers rename classes and ports
 * drop prototypes. The message says what to do, and never carries anything about a resident.
 */
export class EhchError extends Error {
  override readonly name = 'EhchError';
  readonly code: EhchErrorCode;

  constructor(code: EhchErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
