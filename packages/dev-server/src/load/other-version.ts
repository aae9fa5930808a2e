import { isObject, type FhirResource } from '../resource.ts';

/** Type names of earlier FHIR versions that R4 does not have. */
const EARLIER_TYPES: Readonly<Record<string, string>> = {
  BodySite: 'STU3',
  Conformance: 'DSTU2',
  DataElement: 'STU3',
  DeviceUseRequest: 'DSTU2',
  DiagnosticOrder: 'DSTU2',
  EligibilityRequest: 'STU3',
  EligibilityResponse: 'STU3',
  MedicationOrder: 'DSTU2',
  ProcedureRequest: 'STU3',
  ProcessRequest: 'STU3',
  ReferralRequest: 'STU3',
  Sequence: 'STU3',
  ServiceDefinition: 'STU3',
};

/**
 * The other FHIR version of a resource, if a sign of it is clear; otherwise null.
 * A record of another version can read as R4 and mean something else, so one sign is enough to leave the file out.
 */
export function otherVersion(resource: FhirResource): string | null {
  const earlier = EARLIER_TYPES[resource.resourceType];
  if (earlier !== undefined) return earlier;
  const profiles = Array.isArray(resource.meta?.['profile']) ? (resource.meta['profile'] as unknown[]) : [];
  // The profiles of NHS England's STU3 services: Care Connect and GP Connect.
  if (profiles.some((profile) => /\/STU3\/|CareConnect/.test(String(profile)))) return 'STU3';
  // `clinicalStatus` is a code up to STU3 and a CodeableConcept from R4.
  if (['Condition', 'AllergyIntolerance'].includes(resource.resourceType)) {
    if (typeof resource['clinicalStatus'] === 'string') return 'STU3';
  }
  if (resource.resourceType === 'MedicationStatement' && 'taken' in resource) return 'STU3';
  const medication = resource['medication'];
  if (isObject(medication) && ('concept' in medication || 'reference' in medication)) return 'R5';
  return null;
}
