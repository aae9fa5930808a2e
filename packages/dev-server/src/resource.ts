/** A FHIR resource as the server holds it: the sender's content, with the server's own `id` and `meta`. */
export interface FhirResource {
  readonly resourceType: string;
  readonly id?: string;
  readonly meta?: FhirMeta;
  readonly [element: string]: unknown;
}

interface FhirMeta {
  readonly versionId?: string;
  readonly lastUpdated?: string;
  readonly [element: string]: unknown;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isResource(value: unknown): value is FhirResource {
  return isObject(value) && typeof value['resourceType'] === 'string';
}

/** FHIR's id datatype: http://hl7.org/fhir/R4/datatypes.html#id */
export function isLegalId(id: string): boolean {
  return /^[A-Za-z0-9\-.]{1,64}$/.test(id);
}
