import type { Content, ResidentSections, SectionName } from '@ehch/clinical';
import type { PatientRecord } from '../record.ts';
import { allergies } from './allergies.ts';
import { identity } from './identity.ts';
import { medicines } from './medicines.ts';
import { problems } from './problems.ts';

const notYet = (): Content<never> => ({ kind: 'not-recorded' });

/** THE REGISTRY of concepts: what makes each section out of a record. */
export const CONCEPTS: {
  readonly [N in SectionName]: (record: PatientRecord) => Content<ResidentSections[N]>;
} = {
  identity,
  limits: notYet,
  allergies,
  open: notYet,
  alerts: notYet,
  aboutMe: notYet,
  frailty: notYet,
  news2: notYet,
  weight: notYet,
  function: notYet,
  medicines,
  problems,
  events: notYet,
  people: notYet,
  plan: notYet,
};
