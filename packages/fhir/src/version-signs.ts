/** The FHIR versions that this package can tell apart. */
export type FhirVersion = 'DSTU2' | 'STU3' | 'R4' | 'R4B' | 'R5';

/** The signs of a version, from its published definitions. */
interface Signs {
  /** Resource types that R4 does not have, where they may occur in a person's record. */
  readonly types?: readonly string[];
  /**
   * By type: elements that R4 lacks (`dosage.doseQuantity`), or has in another shape
   * (`clinicalStatus:string`). For R4 itself: elements that tell it from one of the others.
   */
  readonly fields?: { readonly [type: string]: readonly string[] };
}

/** STU3 and DSTU2 put the dose directly into the dosage. R4 puts it under `doseAndRate`. */
const STU3_DOSE = ['doseQuantity', 'doseRange', 'rateQuantity', 'rateRange', 'rateRatio'];

function dosesUnder(field: string): readonly string[] {
  return STU3_DOSE.map((dose) => `${field}.${dose}`);
}

/** The signs of each version. They are only those that occur in a person's record. */
export const SIGNS: { readonly [V in FhirVersion]: Signs } = {
  STU3: {
    types: [
      'ReferralRequest',
      'ProcedureRequest',
      'ImagingManifest',
      'BodySite',
      'EligibilityRequest',
      'Sequence',
    ],
    fields: {
      AllergyIntolerance: ['clinicalStatus:string', 'verificationStatus:string', 'assertedDate'],
      Condition: ['clinicalStatus:string', 'verificationStatus:string', 'assertedDate'],
      MedicationStatement: ['taken', 'reasonNotTaken', ...dosesUnder('dosage')],
      MedicationRequest: ['context', 'definition', 'requester.agent', ...dosesUnder('dosageInstruction')],
      Observation: ['context', 'comment', 'related'],
      Encounter: ['incomingReferral'],
      Goal: ['status'],
      Immunization: ['notGiven', 'explanation', 'vaccinationProtocol'],
      Procedure: ['notDone', 'context'],
      Communication: ['notDone', 'context', 'definition'],
      CarePlan: ['context', 'definition'],
      CareTeam: ['context'],
      Consent: ['consentingParty', 'except', 'actor'],
      DocumentReference: ['indexed', 'class', 'created'],
      QuestionnaireResponse: ['context', 'parent'],
      Task: ['context', 'definition'],
      Patient: ['animal'],
    },
  },
  DSTU2: {
    types: ['MedicationOrder', 'DiagnosticOrder', 'Order'],
    fields: {
      AllergyIntolerance: ['substance', 'event'],
      Condition: ['dateRecorded', 'patient'],
      MedicationStatement: [
        'wasNotTaken',
        'dosage.quantityQuantity',
        'dosage.quantityRange',
        'dosage.quantity',
      ],
      Observation: ['comments'],
      Patient: ['careProvider'],
      Immunization: ['wasNotGiven'],
      Procedure: ['notPerformed', 'reasonNotPerformed'],
      Encounter: ['class:string', 'indication'],
    },
  },
  R5: {
    types: [
      'NutritionIntake',
      'Transport',
      'Permission',
      'RequestOrchestration',
      'GenomicStudy',
      'ImagingSelection',
    ],
    fields: {
      MedicationStatement: ['medication', 'adherence', 'renderedDosageInstruction', 'dosage.asNeeded'],
      MedicationRequest: ['medication', 'renderedDosageInstruction', 'dosageInstruction.asNeeded'],
      Encounter: ['class:list', 'actualPeriod', 'subjectStatus', 'admission'],
      Condition: ['participant'],
      AllergyIntolerance: ['participant', 'type:object'],
      Observation: ['triggeredBy', 'bodyStructure'],
      DocumentReference: ['attester', 'modality'],
      Consent: ['grantor', 'grantee', 'controller', 'decision', 'provision:list'],
      CarePlan: ['custodian', 'activity.plannedActivityReference', 'activity.performedActivity'],
      Immunization: ['administeredProduct', 'informationSource', 'basedOn'],
      Task: ['requestedPerformer', 'requestedPeriod', 'doNotPerform'],
    },
  },
  R4: {
    fields: {
      AllergyIntolerance: ['clinicalStatus:object'],
      Condition: ['clinicalStatus:object'],
      Encounter: ['class:object'],
      Goal: ['lifecycleStatus'],
      MedicationStatement: ['medicationCodeableConcept', 'medicationReference', 'dosage.doseAndRate'],
      MedicationRequest: ['encounter', 'dosageInstruction.doseAndRate'],
      Observation: ['encounter'],
      Consent: ['provision:object'],
    },
  },
  R4B: {
    types: ['SubscriptionTopic', 'SubscriptionStatus', 'Citation', 'Ingredient'],
  },
};

/** Parts of a profile's address that name a FHIR version. */
export const PROFILE_SIGNS: readonly (readonly [pattern: RegExp, version: FhirVersion, evidence: string])[] =
  [
    [/\/STU3\/|CareConnect-/, 'STU3', 'STU3 profile'],
    [/\/DSTU2\//, 'DSTU2', 'DSTU2 profile'],
    [/\/UKCore-/, 'R4', 'UK Core profile'],
  ];

/** Versions by the first two parts of a stated `fhirVersion`. */
export const VERSION_NUMBERS: ReadonlyMap<string, FhirVersion> = new Map([
  ['1.0', 'DSTU2'],
  ['3.0', 'STU3'],
  ['4.0', 'R4'],
  ['4.3', 'R4B'],
  ['5.0', 'R5'],
]);
