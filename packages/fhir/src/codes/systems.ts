/** Code systems and identifier systems, as FHIR R4 and UK Core name them. */
export const SNOMED = 'http://snomed.info/sct';
export const DMD = 'https://dmd.nhs.uk';
export const LOINC = 'http://loinc.org';

/** For what has no published code that could be checked. */
export const LOCAL = 'https://ehch-kit.example/CodeSystem/local';

export const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number';

const UK_CORE = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-';

/** UK Core extensions that are read (UK Core staging, STU3 sequence, June 2025). */
export const EXTENSION = {
  dataAbsentReason: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  /** Beside the address of what is pointed to: its name. */
  display: 'http://hl7.org/fhir/StructureDefinition/display',
  nhsNumberVerification: `${UK_CORE}NHSNumberVerificationStatus`,
  nhsNumberUnavailable: `${UK_CORE}NHSNumberUnavailableReason`,
  deathNotification: `${UK_CORE}DeathNotificationStatus`,
  nhsCommunication: `${UK_CORE}NHSCommunication`,
  listWarning: `${UK_CORE}ListWarningCode`,
  listWarningGpConnect:
    'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-ListWarningCode-1',
  allergyEnd: `${UK_CORE}AllergyIntoleranceEnd`,
  vaccinationProcedure: `${UK_CORE}VaccinationProcedure`,
  conditionEpisode: `${UK_CORE}ConditionEpisode`,
  problemSignificance: `${UK_CORE}ProblemSignificance`,
  problemSignificanceCareConnect:
    'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-ProblemSignificance-1',
  medicationTradeFamily: `${UK_CORE}MedicationTradeFamily`,
  medicationRepeat: `${UK_CORE}MedicationRepeatInformation`,
  epsRepeat: 'https://fhir.nhs.uk/StructureDefinition/Extension-EPS-RepeatInformation',
  lastIssued: `${UK_CORE}MedicationStatementLastIssueDate`,
  dosageChanged: `${UK_CORE}MedicationDosageLastChanged`,
  medicationChange: `${UK_CORE}MedicationChangeSummary`,
  prescribingAgency: `${UK_CORE}MedicationPrescribingAgency`,
  prescribingOrganization: `${UK_CORE}MedicationPrescribingOrganization`,
  prescribingOrganizationType: `${UK_CORE}MedicationPrescribingOrganizationType`,
  bodyPosition: 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition',
  /** Of this product: what limits a score and FHIR has no element for (docs/written-records.md). */
  score: 'https://ehch-kit.example/StructureDefinition/score',
  /** Of this product, on a question of a form: who said why it has no answer. */
  notGiven: 'https://ehch-kit.example/StructureDefinition/form-not-given',
  /** Of this product, on a question of a form: when, by whom and where from it was answered. */
  answered: 'https://ehch-kit.example/StructureDefinition/form-answered',
  /** Of this product, on a form: when the assessment was, and what was decided about suggested problems. */
  draft: 'https://ehch-kit.example/StructureDefinition/form-draft',
  /** Of this product, on an answer: its unit, and what was typed where that was another one. */
  number: 'https://ehch-kit.example/StructureDefinition/form-number',
  /** Of this product, on a total: how many of its questions have no answer yet. */
  soFar: 'https://ehch-kit.example/StructureDefinition/form-so-far',
  interpreterRequired: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired',
  /** PACIO advance directives: the circumstances in which a wish holds, and for how long a treatment is tried. */
  precondition: 'http://hl7.org/fhir/us/pacio-adi/StructureDefinition/adi-enclosedPrecondition-extension',
  trialPeriod: 'http://hl7.org/fhir/us/pacio-adi/StructureDefinition/adi-trialperiod-extension',
} as const;
