import { contributorsOf, type FinishedAssessment } from '@ehch/clinical/assessment';
import type { JsonObject } from '../entry.ts';
import { displayOf, type WritingAbout, type Written } from './about.ts';

const ROLES = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';

/** Who is responsible for the findings, who entered them and when, and which program calculated them. */
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
      // R4 requires an agent. Where no author is named, the writer says so and invents nobody.
      agent('author', { ...(performer ?? { display: 'Not stated' }) }),
      ...entered.map((who) => agent('enterer', { ...who })),
      ...(device === undefined ? [] : [agent('assembler', { display: device })]),
    ],
    ...(derivedFrom.length === 0
      ? {}
      : { entity: derivedFrom.map((reference) => ({ role: 'source', what: { reference } })) }),
  };
}
