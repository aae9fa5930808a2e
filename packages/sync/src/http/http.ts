/** One request to the FHIR server. Plain JSON, so that it can be asked of another context. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly deadlineMs: number;
}

/** Any answer at all, success or not. Header names are lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * The only way to the network. Gives the server's answer whatever its status; throws `EhchError` with
 * `timeout`, `unreachable` or `signed-out` when there is none.
 */
export interface Http {
  request(request: HttpRequest): Promise<HttpResponse>;
}
