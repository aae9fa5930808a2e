/** Issue codes of OperationOutcome that this server uses: http://hl7.org/fhir/R4/valueset-issue-type.html */
export type IssueCode =
  | 'informational'
  | 'login'
  | 'invalid'
  | 'structure'
  | 'value'
  | 'not-supported'
  | 'not-found'
  | 'deleted'
  | 'conflict'
  | 'multiple-matches'
  | 'too-costly'
  | 'forbidden'
  | 'throttled'
  | 'transient'
  | 'exception'
  | 'processing';

/**
 * A request that is answered with an HTTP error. The text goes into an OperationOutcome, so it may name elements,
 * types and parameters, but never a value about a resident.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly issue: IssueCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    issue: IssueCode,
    text: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(text);
    this.status = status;
    this.issue = issue;
    this.headers = headers;
  }
}
