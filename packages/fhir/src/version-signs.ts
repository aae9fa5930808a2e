export type FhirVersion = 'DSTU2' | 'STU3' | 'R4' | 'R4B' | 'R5';

/** What tells a version, from the published definitions of each. */
interface Signs {
  /** Resource types that R4 does not have, as far as they come with what is said about people. */
  readonly types?: string;
  /** By type, the fields that only this version has, or has in this shape: `field` or `field:shape`. */
  readonly fields?: { readonly [type: string]: string };
}

export const SIGNS: { readonly [V in FhirVersion]: Signs } = {
  STU3: {
    types: 'ReferralRequest ProcedureRequest ImagingManifest BodySite EligibilityRequest Sequence',
    fields: {
      AllergyIntolerance: 'clinicalStatus:string verificationStatus:string assertedDate',
      Condition: 'clinicalStatus:string assertedDate',
      MedicationStatement: 'taken',
      MedicationRequest: 'context definition',
      Observation: 'context comment related',
      Encounter: 'incomingReferral',
      Immunization: 'notGiven',
      Procedure: 'notDone',
      Communication: 'notDone',
      CarePlan: 'context',
      CareTeam: 'context',
      Consent: 'consentingParty',
      DocumentReference: 'indexed',
      QuestionnaireResponse: 'context',
      Patient: 'animal',
    },
  },
  DSTU2: {
    types: 'MedicationOrder DiagnosticOrder Order',
    fields: {
      AllergyIntolerance: 'substance',
      Condition: 'dateRecorded patient',
      MedicationStatement: 'wasNotTaken',
      Patient: 'careProvider',
      Immunization: 'wasNotGiven',
      Encounter: 'class:string',
    },
  },
  R5: {
    types: 'NutritionIntake Transport Permission RequestOrchestration GenomicStudy ImagingSelection',
    fields: {
      MedicationStatement: 'medication:object',
      MedicationRequest: 'medication:object',
      Encounter: 'class:list actualPeriod subjectStatus',
      Condition: 'participant',
      AllergyIntolerance: 'participant',
      Observation: 'triggeredBy',
      DocumentReference: 'attester modality',
      Consent: 'grantor grantee controller',
      CarePlan: 'custodian',
    },
  },
  R4: {
    fields: {
      AllergyIntolerance: 'clinicalStatus:object',
      Condition: 'clinicalStatus:object',
      Encounter: 'class:object',
      Goal: 'lifecycleStatus',
      MedicationStatement: 'medicationCodeableConcept medicationReference',
      MedicationRequest: 'encounter',
      Observation: 'encounter',
      Consent: 'provision:object',
    },
  },
  R4B: {
    types: 'SubscriptionTopic SubscriptionStatus Citation Ingredient',
  },
};

export const PROFILE_SIGNS: readonly (readonly [pattern: RegExp, version: FhirVersion, evidence: string])[] =
  [
    [/\/STU3\/|CareConnect-/, 'STU3', 'STU3 profile'],
    [/\/DSTU2\//, 'DSTU2', 'DSTU2 profile'],
    [/\/UKCore-/, 'R4', 'UK Core profile'],
  ];

/** By the first two parts of a stated `fhirVersion`. */
export const VERSION_NUMBERS: ReadonlyMap<string, FhirVersion> = new Map([
  ['1.0', 'DSTU2'],
  ['3.0', 'STU3'],
  ['4.0', 'R4'],
  ['4.3', 'R4B'],
  ['5.0', 'R5'],
]);
