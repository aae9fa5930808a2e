import type * as z from 'zod/mini';
import { allergyIntolerance } from './allergy-intolerance.ts';
import { carePlan } from './care-plan.ts';
import { careTeam } from './care-team.ts';
import { communication } from './communication.ts';
import { condition } from './condition.ts';
import { consent } from './consent.ts';
import { documentReference } from './document-reference.ts';
import { encounter } from './encounter.ts';
import { episodeOfCare } from './episode-of-care.ts';
import { flag } from './flag.ts';
import { goal } from './goal.ts';
import { immunization } from './immunization.ts';
import { list } from './list.ts';
import { medicationRequest } from './medication-request.ts';
import { medicationStatement } from './medication-statement.ts';
import { observation } from './observation.ts';
import { patient } from './patient.ts';
import { device, location, organization } from './places.ts';
import { procedure } from './procedure.ts';
import { questionnaireResponse } from './questionnaire-response.ts';
import { relatedPerson } from './related-person.ts';
import { serviceRequest } from './service-request.ts';
import { practitioner, practitionerRole } from './staff.ts';
import { medication } from './supporting.ts';
import { task } from './task.ts';

/** THE REGISTRY of resource types that are read. A new type is one file and one line here. */
export const RESOURCES = {
  Patient: patient,
  RelatedPerson: relatedPerson,
  Condition: condition,
  AllergyIntolerance: allergyIntolerance,
  MedicationStatement: medicationStatement,
  MedicationRequest: medicationRequest,
  Observation: observation,
  Flag: flag,
  Consent: consent,
  CarePlan: carePlan,
  Goal: goal,
  CareTeam: careTeam,
  Encounter: encounter,
  EpisodeOfCare: episodeOfCare,
  Immunization: immunization,
  DocumentReference: documentReference,
  Task: task,
  Communication: communication,
  QuestionnaireResponse: questionnaireResponse,
  List: list,
  ServiceRequest: serviceRequest,
  Procedure: procedure,
  Medication: medication,
  Practitioner: practitioner,
  PractitionerRole: practitionerRole,
  Organization: organization,
  Location: location,
  Device: device,
};

/** A resource type of this registry. */
export type ReadableType = keyof typeof RESOURCES;

/** The value that reading a resource of each type gives. */
export type ResourceOf = { readonly [T in ReadableType]: z.infer<(typeof RESOURCES)[T]['schema']> };

/** Whether this reader reads resources of the type. */
export function isReadableType(type: string): type is ReadableType {
  return Object.hasOwn(RESOURCES, type);
}
