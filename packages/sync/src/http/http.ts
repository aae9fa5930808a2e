/** One request to the FHIR server. It is plain JSON, so that it can cross a port to another context. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Milliseconds until the request ends as `timeout`. */
  readonly deadlineMs: number;
}

/** The server's answer, whatever its status. Header names are lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * The engine's only way to the network. It returns the server's answer whatever its status.
 *
 * @param stop ends a request whose answer nobody needs any more, as `unreachable`
 * @throws `EhchError` `timeout`, `unreachable` or `signed-out` if there is no answer; `malformed` if it is endless
 */
export interface Http {
  request(request: HttpRequest, stop?: AbortSignal): Promise<HttpResponse>;
}
