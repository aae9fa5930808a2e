/** A request as it comes over the wire, or from a client in the same process. */
export interface WireRequest {
  readonly method: string;
  /** Absolute, or relative to the base. */
  readonly url: string;
  /** Names in any case. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | null;
}

/** An answer as it goes over the wire. Header names are in lower case. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * What became of a request. The server says what happens, and the transport does it: over HTTP with real timers and
 * sockets, in a test with virtual ones.
 */
export interface Delivery {
  /** `null`: the answer never comes. */
  readonly answer: WireAnswer | null;
  /** Milliseconds that the answer takes. */
  readonly afterMs: number;
  /** The connection ends after this many bytes of the body. */
  readonly cut?: number;
  /** A body too large for one string. It replaces `answer.text`. */
  readonly parts?: Iterable<string>;
}

/** Header names in lower case, and nothing that is absent. */
export function lowerCased(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), value]],
    ),
  );
}
