import type { CodeableConcept, Coding } from '@medplum/fhirtypes';
import { snomed } from './codes.ts';

const sds = (code: string, display: string): Coding => ({
  system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-SDSJobRoleName',
  code,
  display,
});

/**
 * The codes of each job, all of which mean the same. UK Core defines the NHS's own (UKCore-SDSJobRoleName), and pairs the
 * SNOMED CT codes with these words (UKCore-PractitionerRoleCode). Neither knows every job of a care home: those have
 * words alone, as in many a record.
 */
const CODES = {
  gp: [sds('R0260', 'General Medical Practitioner'), snomed('62247001', 'General practitioner')],
  matron: [sds('R0590', 'Modern Matron')],
  'network-pharmacist': [snomed('734293001', 'Clinical pharmacist')],
  'community-pharmacist': [sds('R1290', 'Pharmacist'), snomed('159011008', 'Retail pharmacist')],
  'care-coordinator': [],
  physiotherapist: [sds('R1110', 'Physiotherapist'), snomed('224589006', 'Community-based physiotherapist')],
  dietitian: [sds('R0790', 'Dietitian'), snomed('768829002', 'Community dietician')],
  'speech-therapist': [
    sds('R0955', 'Speech & Language Therapist'),
    snomed('224593000', 'Community-based speech and language therapist'),
  ],
  'social-worker': [sds('R1330', 'Social Worker')],
  'voluntary-sector': [],
  educator: [snomed('409974004', 'Health educator')],
  'safeguarding-lead': [],
  'visiting-clinician': [],
  'home-manager': [sds('R9710', 'Residential Manager')],
  nurse: [sds('R0620', 'Staff Nurse'), snomed('224535009', 'Registered nurse')],
  'senior-carer': [],
  carer: [sds('R9725', 'Residential Care Staff')],
  'agency-carer': [],
  kitchen: [],
  domestic: [],
  geriatrician: [sds('R0050', 'Consultant'), snomed('90655003', 'Geriatrics specialist')],
  paramedic: [sds('R1070', 'Paramedic'), snomed('397897005', 'Paramedic')],
} as const satisfies Readonly<Record<string, readonly Coding[]>>;

export type Job = keyof typeof CODES;

/** A job as a record says it: its codes, if it has any, and the words of the person's own organisation. */
export function jobConcept(job: Job, words: string): CodeableConcept {
  const coding: readonly Coding[] = CODES[job];
  return { ...(coding.length > 0 ? { coding: [...coding] } : {}), text: words };
}
