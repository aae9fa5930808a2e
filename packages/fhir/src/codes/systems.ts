/** Code systems and identifier systems, by their addresses in FHIR R4 and UK Core. */
export const SNOMED = 'http://snomed.info/sct';
export const DMD = 'https://dmd.nhs.uk';
export const LOINC = 'http://loinc.org';

/** This product's own code system, for whatever has no published code that could be checked. */
export const LOCAL = 'https://ehch-kit.example/CodeSystem/local';

/**
 * The type and id of a record, where a reference must lead nowhere: no server then refuses what names a record that
 * it has not.
 */
export const RECORD_ID = 'https://ehch-kit.example/Id/record';

export const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number';

const UK_CORE = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-';

/**
 * Extensions that the reader reads: UK Core (staging, STU3 sequence, June 2025), HL7, NHS England and this
 * product's own.
 */
export const EXTENSION = {
  dataAbsentReason: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  /** A name for the resource that an address points to (R4 `display`). */
  display: 'http://hl7.org/fhir/StructureDefinition/display',
  nhsNumberVerification: `${UK_CORE}NHSNumberVerificationStatus`,
  nhsNumberUnavailable: `${UK_CORE}NHSNumberUnavailableReason`,
  deathNotification: `${UK_CORE}DeathNotificationStatus`,
  nhsCommunication: `${UK_CORE}NHSCommunication`,
  contactRank: `${UK_CORE}ContactRank`,
  listWarning: `${UK_CORE}ListWarningCode`,
  allergyEnd: `${UK_CORE}AllergyIntoleranceEnd`,
  vaccinationProcedure: `${UK_CORE}VaccinationProcedure`,
  conditionEpisode: `${UK_CORE}ConditionEpisode`,
  problemSignificance: `${UK_CORE}ProblemSignificance`,
  medicationTradeFamily: `${UK_CORE}MedicationTradeFamily`,
  medicationRepeat: `${UK_CORE}MedicationRepeatInformation`,
  /** GP Connect's alone: UK Core has no such extension. The address is what {@link extensionAddress} makes of it. */
  medicationStatusReason: `${UK_CORE}MedicationStatusReason`,
  epsRepeat: 'https://fhir.nhs.uk/StructureDefinition/Extension-EPS-RepeatInformation',
  lastIssued: `${UK_CORE}MedicationStatementLastIssueDate`,
  dosageChanged: `${UK_CORE}MedicationDosageLastChanged`,
  medicationChange: `${UK_CORE}MedicationChangeSummary`,
  prescribingAgency: `${UK_CORE}MedicationPrescribingAgency`,
  prescribingOrganization: `${UK_CORE}MedicationPrescribingOrganization`,
  prescribingOrganizationType: `${UK_CORE}MedicationPrescribingOrganizationType`,
  bodyPosition: 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition',
  /** This product's own, on a score: its limits, for which FHIR has no element (docs/written-records.md). */
  score: 'https://ehch-kit.example/StructureDefinition/score',
  /** This product's own, on what a clinician sets: what stood on screen, and is over (docs/written-records.md). */
  ends: 'https://ehch-kit.example/StructureDefinition/ends',
  /** This product's own, on a question of a form: who said why it has no answer. */
  notGiven: 'https://ehch-kit.example/StructureDefinition/form-not-given',
  /** This product's own, on a question of a form: when, by whom and from which source it was answered. */
  answered: 'https://ehch-kit.example/StructureDefinition/form-answered',
  /**
   * This product's own, on a form: when the assessment took place, and the decisions about suggested
   * problems.
   */
  draft: 'https://ehch-kit.example/StructureDefinition/form-draft',
  /**
   * This product's own, on an answer: its unit, and the number as typed where it was typed in another unit.
   */
  number: 'https://ehch-kit.example/StructureDefinition/form-number',
  /** This product's own, on a total: how many of its questions have no answer yet. */
  soFar: 'https://ehch-kit.example/StructureDefinition/form-so-far',
  /** How well somebody speaks a language. */
  proficiency: 'http://hl7.org/fhir/StructureDefinition/patient-proficiency',
  interpreterRequired: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired',
  /**
   * PACIO advance directives: the circumstances in which a wish applies, and how long a treatment is tried.
   */
  precondition: 'http://hl7.org/fhir/us/pacio-adi/StructureDefinition/adi-enclosedPrecondition-extension',
  trialPeriod: 'http://hl7.org/fhir/us/pacio-adi/StructureDefinition/adi-trialperiod-extension',
} as const;

/**
 * Other addresses of UK Core's extensions: Care Connect and GP Connect (STU3), whose converters to R4 keep them, and
 * the UK Core of NHS Digital. Sources: the Care Connect profiles, and the open adaptors of GP Connect and GP2GP.
 */
const UK_EXTENSION =
  /^https:\/\/fhir\.(?:nhs|hl7\.org)\.uk\/(?:STU3\/)?StructureDefinition\/Extension-(?:UKCore|CareConnect(?:-GPC)?)-(\w+?)(?:-\d+)?$/;

/** Names that the same extension had before UK Core. */
const EARLIER_NAMES: ReadonlyMap<string, string> = new Map([
  ['MedicationStatementDosageLastChanged', 'MedicationDosageLastChanged'],
]);

/** One address for each meaning: that of UK Core for what Care Connect and GP Connect call the same. */
export function extensionAddress(url: string): string {
  const name = UK_EXTENSION.exec(url)?.[1];
  return name === undefined ? url : `${UK_CORE}${EARLIER_NAMES.get(name) ?? name}`;
}
