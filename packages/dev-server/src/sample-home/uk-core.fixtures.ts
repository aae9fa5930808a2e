/** A profile's rules beyond R4, as paths: `component.0.code.text`. */
export interface ProfileRules {
  /** Elements that must be present. */
  readonly required?: readonly string[];
  /** Elements with a fixed value. An element that is absent and not required is valid. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** Elements that must be absent. */
  readonly never?: readonly string[];
  /** Codes that `code.coding` must contain, as `system|code`. */
  readonly codes?: readonly string[];
}

const LOINC = 'http://loinc.org';
const UCUM = 'http://unitsofmeasure.org';
const SCORE = { 'valueQuantity.system': UCUM, 'valueQuantity.code': '{ScoreOf}' };
const observed = ['status', 'category.0', 'code', 'subject', 'effectiveDateTime'];

const measured = (loinc: string, unit: string, code: string): ProfileRules => ({
  required: [...observed, 'valueQuantity.value'],
  fixed: { 'valueQuantity.unit': unit, 'valueQuantity.system': UCUM, 'valueQuantity.code': code },
  codes: [`${LOINC}|${loinc}`],
});

const pressure = (part: 0 | 1, words: string, loinc: string): Readonly<Record<string, string>> => ({
  [`component.${part}.code.text`]: words,
  [`component.${part}.code.coding.1.code`]: loinc,
  [`component.${part}.code.coding.1.display`]: words,
  [`component.${part}.valueQuantity.unit`]: 'millimeter of mercury',
  [`component.${part}.valueQuantity.system`]: UCUM,
  [`component.${part}.valueQuantity.code`]: 'mm[Hg]',
});

/**
 * The rules of the UK Core profiles that the sample home claims (UK Core R4 sequence STU3, the differentials), with
 * R4's own rules for their types. `test/uk-core.test.ts` reads the definitions themselves where they lie beside the checkout, and
 * HAPI makes the whole check with its terminologies: see test/peers/hapi.
 */
export const UK_CORE_RULES: Readonly<Record<string, ProfileRules>> = {
  'UKCore-AllergyIntolerance': { required: ['code', 'patient', 'clinicalStatus'] },
  'UKCore-CarePlan': { required: ['status', 'intent', 'subject'] },
  'UKCore-CareTeam': {},
  'UKCore-Communication': { required: ['status'] },
  'UKCore-Condition': { required: ['subject', 'clinicalStatus'] },
  'UKCore-Consent': { required: ['status', 'scope', 'category.0', 'policyRule'] },
  'UKCore-DocumentReference': { required: ['status', 'content.0.attachment'] },
  'UKCore-Encounter': { required: ['status', 'class'] },
  'UKCore-EpisodeOfCare': { required: ['status', 'patient'] },
  'UKCore-Flag': { required: ['status', 'code', 'subject'] },
  'UKCore-Immunization': { required: ['status', 'vaccineCode', 'patient', 'occurrenceDateTime'] },
  'UKCore-Location': {},
  'UKCore-MedicationRequest': {
    required: ['status', 'intent', 'medicationCodeableConcept', 'subject', 'substitution.allowedBoolean'],
  },
  'UKCore-MedicationStatement': { required: ['status', 'medicationCodeableConcept', 'subject'] },
  'UKCore-Observation': { required: ['status', 'code'] },
  'UKCore-Observation-ACVPU': {
    required: [...observed, 'valueCodeableConcept'],
    fixed: { status: 'final' },
    never: ['component', 'category.1'],
    codes: ['http://snomed.info/sct|1104441000000107'],
  },
  'UKCore-Observation-EarlyWarningTotalScore': {
    required: [...observed, 'valueQuantity.value'],
    fixed: { status: 'final', 'category.0.coding.0.code': 'survey', ...SCORE },
    never: ['category.1'],
  },
  'UKCore-Observation-InspiredOxygen': {
    required: observed,
    fixed: { status: 'final' },
    never: ['interpretation', 'bodySite', 'specimen'],
  },
  // Only blood pressures claim this profile, so the fixed values of their own profile are checked here too.
  'UKCore-Observation-VitalSigns': {
    required: [...observed, 'component.0.valueQuantity.value', 'component.1.valueQuantity.value'],
    fixed: {
      ...pressure(0, 'Systolic blood pressure', '8480-6'),
      ...pressure(1, 'Diastolic blood pressure', '8462-4'),
    },
    never: ['valueQuantity', 'specimen', 'component.2'],
    codes: [`${LOINC}|85354-9`],
  },
  'UKCore-Observation-VitalSigns-BodyHeight': {
    required: [...observed, 'valueQuantity.value'],
    fixed: { 'valueQuantity.system': UCUM, 'valueQuantity.code': 'cm' },
    codes: [`${LOINC}|8302-2`],
  },
  'UKCore-Observation-VitalSigns-BodyTemperature': measured('8310-5', 'degree Celsius', 'Cel'),
  'UKCore-Observation-VitalSigns-BodyWeight': measured('29463-7', 'kilogram', 'kg'),
  'UKCore-Observation-VitalSigns-HeartRate': measured('8867-4', 'per minute', '/min'),
  'UKCore-Observation-VitalSigns-OxygenSaturation': measured('2708-6', 'percent', '%'),
  'UKCore-Observation-VitalSigns-RespirationRate': measured('9279-1', 'per minute', '/min'),
  'UKCore-Organization': { required: ['name'] },
  'UKCore-Patient': { required: ['name.0.family', 'gender', 'birthDate'] },
  'UKCore-Practitioner': { required: ['name.0.family'] },
  'UKCore-PractitionerRole': { required: ['practitioner', 'organization'] },
  'UKCore-QuestionnaireResponse': { required: ['status', 'subject'] },
  'UKCore-RelatedPerson': { required: ['patient'] },
  'UKCore-Task': { required: ['status', 'intent', 'for'] },
};
