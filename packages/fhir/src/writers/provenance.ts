import { contributorsOf, type FinishedAssessment } from '@ehch/clinical/assessment';
import type { JsonObject } from '../entry.ts';
import { displayOf, type WritingAbout, type Written } from './about.ts';

const ROLES = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';

/** Who answers for the findings of an assessment, who entered them, when, and with which program they were calculated. */
export function provenanceOf(
  targets: readonly Written[],
  { draft, finishedAt }: FinishedAssessment,
  { performer, device, derivedFrom = [] }: WritingAbout,
): JsonObject {
  const agent = (code: string, who: JsonObject) => ({ type: { coding: [{ system: ROLES, code }] }, who });
  const entered = contributorsOf(draft).flatMap(({ by }) => displayOf(by) ?? []);
  return {
    resourceType: 'Provenance',
    target: targets.map(({ fullUrl }) => ({ reference: fullUrl })),
    occurredDateTime: draft.assessedAt,
    recorded: finishedAt,
    agent: [
      // FHIR wants somebody there; who is not named is not made up.
      agent('author', { ...(performer ?? { display: 'Not stated' }) }),
      ...entered.map((who) => agent('enterer', { ...who })),
      ...(device === undefined ? [] : [agent('assembler', { display: device })]),
    ],
    ...(derivedFrom.length === 0
      ? {}
      : { entity: derivedFrom.map((reference) => ({ role: 'source', what: { reference } })) }),
  };
}
