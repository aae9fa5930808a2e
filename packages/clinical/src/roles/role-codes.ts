import type { RoleId } from './role.ts';

export const SNOMED_CT = 'http://snomed.info/sct';

/**
 * The addresses under which one list of job roles travels: UK Core, NHS England and Care Connect. NHS England writes a role with its
 * groups before it, "S0030:G0100:R0620".
 */
export const SDS_JOB_ROLES: readonly string[] = [
  'https://fhir.hl7.org.uk/CodeSystem/UKCore-SDSJobRoleName',
  'https://fhir.nhs.uk/R4/CodeSystem/UKCore-SDSJobRoleName',
  'https://fhir.nhs.uk/CodeSystem/NHSDigital-SDS-JobRoleCode',
  'https://fhir.nhs.uk/CodeSystem/England-SDS-JobRoleCode',
  'https://fhir.hl7.org.uk/STU3/CodeSystem/CareConnect-SDSJobRoleName-1',
  'https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-SDSJobRoleName-1',
  'https://fhir.hl7.org.uk/CareConnect-SDSJobRoleName-1',
];

/**
 * Job roles of the NHS Spine Directory Service. Codes and names: CodeSystem UKCore-SDSJobRoleName 1.0.0 (NHS Digital, 31 October 2019;
 * UK Core has since retired it). Which role of ours each is, is ours [P]. What says too little is left out: R8000, "Clinical
 * Practitioner Access Role", may be anybody.
 */
export const BY_SDS: Readonly<Record<string, RoleId>> = {
  R0260: 'gp', // General Medical Practitioner
  R0270: 'gp', // Salaried General Practitioner
  R6200: 'gp', // GP Registrar
  R6300: 'gp', // Sessional GP
  R1547: 'gp', // Associate Practitioner - General Practitioner
  R0570: 'matron', // Nurse Consultant
  R0590: 'matron', // Modern Matron
  R0600: 'matron', // Specialist Nurse Practitioner
  R0690: 'matron', // Community Practitioner
  R0700: 'matron', // Community Nurse
  R1974: 'matron', // Community Learning Disabilities Nurse
  R1975: 'matron', // Community Mental Health Nurse
  R1290: 'community-pharmacist', // Pharmacist
  R0790: 'dietitian', // Dietitian
  R0800: 'dietitian', // Dietitian Consultant
  R0820: 'dietitian', // Dietitian Specialist Practitioner
  R0750: 'therapist', // Chiropodist/Podiatrist
  R0780: 'therapist', // Chiropodist/Podiatrist Specialist Practitioner
  R0950: 'therapist', // Occupational Therapist
  R0980: 'therapist', // Occupational Therapy Specialist Practitioner
  R0955: 'therapist', // Speech & Language Therapist
  R0985: 'therapist', // Speech & Language Therapist Specialist Practitioner
  R1110: 'therapist', // Physiotherapist
  R1140: 'therapist', // Physiotherapist Specialist Practitioner
  R9550: 'therapist', // Occupational Therapist (social services)
  R1330: 'social-worker', // Social Worker
  R1340: 'social-worker', // Approved Social Worker
  R8014: 'social-worker', // Social Worker Access Role
  R9570: 'social-worker', // Senior Social Worker (Adults)
  R9590: 'social-worker', // Senior Social Worker (Mental Health)
  R9605: 'social-worker', // Emergency Duty Social Worker
  R0620: 'nurse', // Staff Nurse
  R0630: 'nurse', // Enrolled Nurse
  R8001: 'nurse', // Nurse Access Role
  R9710: 'home-manager', // Residential Manager
  R9715: 'senior-carer', // Residential Deputy
  R9720: 'carer', // Residential Worker
  R9725: 'carer', // Residential Care Staff
  R1450: 'carer', // Health Care Support Worker
  R1460: 'carer', // Social Care Support Worker
  R1480: 'carer', // Healthcare Assistant
};

/**
 * Professions of SNOMED CT. Codes and names: ValueSet UKCore-PractitionerRoleCode 1.0.0 (HL7 UK, 26 August 2022; SNOMED CT UK edition
 * of 4 August 2021). Which role of ours each is, is ours [P].
 */
export const BY_SNOMED: Readonly<Record<string, RoleId>> = {
  '62247001': 'gp', // General practitioner
  '309393005': 'gp', // General practitioner grade
  '309394004': 'gp', // General practitioner principal
  '309327004': 'gp', // General practitioner registrar
  '309326008': 'gp', // Deputising general practitioner
  '309323000': 'gp', // Partner of general practitioner
  '224936003': 'gp', // General practitioner locum
  '1091711000000107': 'gp', // General practitioner with special interest
  '224540001': 'matron', // Community nurse
  '158997000': 'matron', // District nurse
  '159002008': 'matron', // Practice nurse
  '224571005': 'matron', // Nurse practitioner
  '224570006': 'matron', // Clinical nurse specialist
  '224556006': 'matron', // Palliative care nurse
  '734293001': 'pcn-pharmacist', // Clinical pharmacist
  '734294007': 'pcn-pharmacist', // Pharmacist prescriber
  '46255001': 'community-pharmacist', // Pharmacist
  '159011008': 'community-pharmacist', // Retail pharmacist
  '36682004': 'therapist', // Physiotherapist
  '224589006': 'therapist', // Community-based physiotherapist
  '309401003': 'therapist', // GP-based physiotherapist
  '80546007': 'therapist', // Occupational therapist
  '309422009': 'therapist', // Community-based occupational therapist
  '309427003': 'therapist', // Social services occupational therapist
  '159026005': 'therapist', // Speech and language therapist
  '224593000': 'therapist', // Community-based speech and language therapist
  '159034004': 'therapist', // Podiatrist
  '224602006': 'therapist', // Community-based podiatrist
  '159033005': 'dietitian', // Dietitian
  '40127002': 'dietitian', // Dietitian (general)
  '768829002': 'dietitian', // Community dietician
  '224535009': 'nurse', // Registered nurse
  '158994007': 'nurse', // Staff nurse
  '224573008': 'nurse', // Charge nurse
  '310182000': 'nurse', // General nurse
  '310175004': 'agency-nurse', // Agency nurse
  '224577009': 'carer', // Healthcare assistant
  '409974004': 'educator', // Health educator
};

/** Words for a role where the record has no code, in small letters [P]. A word more makes it another role, which the place names. */
export const BY_WORDS: Readonly<Record<string, RoleId>> = {
  gp: 'gp',
  'general practitioner': 'gp',
  matron: 'matron',
  'community matron': 'matron',
  'community nurse': 'matron',
  'district nurse': 'matron',
  'practice nurse': 'matron',
  'advanced nurse practitioner': 'matron',
  'primary care network pharmacist': 'pcn-pharmacist',
  'pcn pharmacist': 'pcn-pharmacist',
  'clinical pharmacist': 'pcn-pharmacist',
  'community pharmacist': 'community-pharmacist',
  'care coordinator': 'care-coordinator',
  'care co-ordinator': 'care-coordinator',
  physiotherapist: 'therapist',
  'community physiotherapist': 'therapist',
  'occupational therapist': 'therapist',
  'speech and language therapist': 'therapist',
  podiatrist: 'therapist',
  dietitian: 'dietitian',
  'community dietitian': 'dietitian',
  'social worker': 'social-worker',
  'safeguarding lead': 'safeguarding-lead',
  'visiting clinician': 'visiting-clinician',
  'home manager': 'home-manager',
  'care home manager': 'home-manager',
  'registered manager': 'home-manager',
  nurse: 'nurse',
  'registered nurse': 'nurse',
  'senior carer': 'senior-carer',
  'senior care assistant': 'senior-carer',
  carer: 'carer',
  'care assistant': 'carer',
  'healthcare assistant': 'carer',
  'agency nurse': 'agency-nurse',
  'agency carer': 'agency-carer',
  'agency care assistant': 'agency-carer',
  cook: 'kitchen-or-domestic',
  chef: 'kitchen-or-domestic',
  'kitchen assistant': 'kitchen-or-domestic',
  domestic: 'kitchen-or-domestic',
  housekeeper: 'kitchen-or-domestic',
  cleaner: 'kitchen-or-domestic',
  volunteer: 'voluntary',
  befriender: 'voluntary',
  educator: 'educator',
};
