import { isObject, type JsonObject } from './entry.ts';

export type FhirVersion = 'DSTU2' | 'STU3' | 'R4' | 'R4B' | 'R5';

type Shape = 'text' | 'object' | 'list' | 'any';

/** A field that only one version has, or has in this shape. From the published definitions of each version. */
interface Sign {
  readonly type: string;
  readonly field: string;
  readonly shape: Shape;
  readonly version: FhirVersion;
}

const sign = (version: FhirVersion, type: string, field: string, shape: Shape = 'any'): Sign => ({
  version,
  type,
  field,
  shape,
});

export const SIGNS: readonly Sign[] = [
  sign('STU3', 'AllergyIntolerance', 'clinicalStatus', 'text'),
  sign('STU3', 'AllergyIntolerance', 'verificationStatus', 'text'),
  sign('STU3', 'AllergyIntolerance', 'assertedDate'),
  sign('STU3', 'Condition', 'clinicalStatus', 'text'),
  sign('STU3', 'Condition', 'assertedDate'),
  sign('STU3', 'MedicationStatement', 'taken'),
  sign('STU3', 'MedicationRequest', 'context'),
  sign('STU3', 'MedicationRequest', 'definition'),
  sign('STU3', 'Observation', 'context'),
  sign('STU3', 'Observation', 'comment'),
  sign('STU3', 'Observation', 'related'),
  sign('STU3', 'Encounter', 'incomingReferral'),
  sign('STU3', 'Immunization', 'notGiven'),
  sign('STU3', 'Procedure', 'notDone'),
  sign('STU3', 'Communication', 'notDone'),
  sign('STU3', 'CarePlan', 'context'),
  sign('STU3', 'CareTeam', 'context'),
  sign('STU3', 'Consent', 'consentingParty'),
  sign('STU3', 'DocumentReference', 'indexed'),
  sign('STU3', 'QuestionnaireResponse', 'context'),
  sign('STU3', 'Patient', 'animal'),
  sign('DSTU2', 'AllergyIntolerance', 'substance'),
  sign('DSTU2', 'Condition', 'dateRecorded'),
  sign('DSTU2', 'Condition', 'patient'),
  sign('DSTU2', 'MedicationStatement', 'wasNotTaken'),
  sign('DSTU2', 'Patient', 'careProvider'),
  sign('DSTU2', 'Immunization', 'wasNotGiven'),
  sign('DSTU2', 'Encounter', 'class', 'text'),
  sign('R5', 'MedicationStatement', 'medication', 'object'),
  sign('R5', 'MedicationRequest', 'medication', 'object'),
  sign('R5', 'Encounter', 'class', 'list'),
  sign('R5', 'Encounter', 'actualPeriod'),
  sign('R5', 'Encounter', 'subjectStatus'),
  sign('R5', 'Condition', 'participant'),
  sign('R5', 'AllergyIntolerance', 'participant'),
  sign('R5', 'Observation', 'triggeredBy'),
  sign('R5', 'DocumentReference', 'attester'),
  sign('R5', 'DocumentReference', 'modality'),
  sign('R5', 'Consent', 'grantor'),
  sign('R5', 'Consent', 'grantee'),
  sign('R5', 'Consent', 'controller'),
  sign('R5', 'CarePlan', 'custodian'),
  sign('R4', 'AllergyIntolerance', 'clinicalStatus', 'object'),
  sign('R4', 'Condition', 'clinicalStatus', 'object'),
  sign('R4', 'Encounter', 'class', 'object'),
  sign('R4', 'Goal', 'lifecycleStatus'),
  sign('R4', 'MedicationStatement', 'medicationCodeableConcept'),
  sign('R4', 'MedicationStatement', 'medicationReference'),
  sign('R4', 'MedicationRequest', 'encounter'),
  sign('R4', 'Observation', 'encounter'),
  sign('R4', 'Consent', 'provision', 'object'),
];

/** Resource types that R4 does not have, and the version they belong to. */
export const OTHER_TYPES: { readonly [type: string]: FhirVersion } = {
  MedicationOrder: 'DSTU2',
  DiagnosticOrder: 'DSTU2',
  Order: 'DSTU2',
  ReferralRequest: 'STU3',
  ProcedureRequest: 'STU3',
  ImagingManifest: 'STU3',
  DataElement: 'STU3',
  BodySite: 'STU3',
  EligibilityRequest: 'STU3',
  Sequence: 'STU3',
  NutritionIntake: 'R5',
  Transport: 'R5',
  Permission: 'R5',
  RequestOrchestration: 'R5',
  GenomicStudy: 'R5',
  ImagingSelection: 'R5',
  InventoryItem: 'R5',
  SubscriptionTopic: 'R4B',
  SubscriptionStatus: 'R4B',
  Citation: 'R4B',
  MedicinalProductDefinition: 'R4B',
  PackagedProductDefinition: 'R4B',
  ManufacturedItemDefinition: 'R4B',
  AdministrableProductDefinition: 'R4B',
  ClinicalUseDefinition: 'R4B',
  Ingredient: 'R4B',
};

export function hasShape(raw: JsonObject, field: string, shape: Shape): boolean {
  const value = raw[field];
  if (value === undefined || value === null) return false;
  switch (shape) {
    case 'any':
      return true;
    case 'text':
      return typeof value === 'string';
    case 'list':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
  }
}
