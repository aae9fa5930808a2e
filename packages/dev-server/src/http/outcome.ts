import { Refusal, type IssueCode } from '../refusal.ts';
import type { FhirResource } from '../resource.ts';

export function operationOutcome(
  severity: 'error' | 'warning' | 'information',
  code: IssueCode,
  text: string,
): FhirResource {
  return { resourceType: 'OperationOutcome', issue: [{ severity, code, diagnostics: text }] };
}

/**
 * Makes an OperationOutcome of any failure. An unforeseen failure does not state its cause, which may quote a record.
 */
export function outcomeOf(error: unknown): {
  status: number;
  headers: Readonly<Record<string, string>>;
  resource: FhirResource;
} {
  if (error instanceof Refusal) {
    return {
      status: error.status,
      headers: error.headers,
      resource: operationOutcome('error', error.issue, error.message),
    };
  }
  return {
    status: 500,
    headers: {},
    resource: operationOutcome(
      'error',
      'exception',
      'The server failed. Where it failed is in its own output.',
    ),
  };
}
