import { isObject, type FhirResource } from '../resource.ts';

/** Types that a version before R4 had under a name that R4 does not know. */
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
 * The other FHIR version that a resource is written in, where a sign of it is plain; else null.
 * A record of another version reads as R4 and means something else, so one sign is enough to leave a file out.
 */
export function otherVersion(resource: FhirResource): string | null {
  const earlier = EARLIER_TYPES[resource.resourceType];
  if (earlier !== undefined) return earlier;
  const profiles = Array.isArray(resource.meta?.['profile']) ? (resource.meta['profile'] as unknown[]) : [];
  // The profiles of NHS England's STU3 services: Care Connect and GP Connect.
  if (profiles.some((profile) => /\/STU3\/|CareConnect/.test(String(profile)))) return 'STU3';
  // Codes until STU3, concepts from R4 on.
  if (['Condition', 'AllergyIntolerance'].includes(resource.resourceType)) {
    if (typeof resource['clinicalStatus'] === 'string') return 'STU3';
  }
  if (resource.resourceType === 'MedicationStatement' && 'taken' in resource) return 'STU3';
  const medication = resource['medication'];
  if (isObject(medication) && ('concept' in medication || 'reference' in medication)) return 'R5';
  return null;
}
