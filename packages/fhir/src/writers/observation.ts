import type { PartialDate } from '@ehch/clinical';
import type { JsonObject } from '../entry.ts';
import type { WritingAbout } from './about.ts';

export interface ObservationParts {
  readonly code: JsonObject;
  readonly category: 'survey' | 'vital-signs';
  readonly effective: PartialDate;
  readonly value?: JsonObject;
  readonly profile?: string;
  readonly method?: string;
  readonly note?: string;
  readonly component?: readonly JsonObject[];
  readonly derivedFrom?: readonly string[];
}

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';

/**
 * An Observation as every writer makes it. Always `final`: only what a person finished is written, and what is incomplete
 * has no total (UKCore-Observation-EarlyWarningTotalScore fixes the status).
 */
export function observation(parts: ObservationParts, about: WritingAbout): JsonObject {
  const { code, category, effective, value, profile, method, note, component = [], derivedFrom = [] } = parts;
  const { subject, performer, device } = about;
  return {
    resourceType: 'Observation',
    ...(profile === undefined ? {} : { meta: { profile: [profile] } }),
    status: 'final',
    category: [{ coding: [{ system: CATEGORY, code: category }] }],
    code,
    subject: { reference: subject },
    effectiveDateTime: effective,
    ...(performer === null || performer === undefined ? {} : { performer: [{ ...performer }] }),
    ...value,
    ...(note === undefined ? {} : { note: [{ text: note }] }),
    ...(method === undefined ? {} : { method: { text: method } }),
    // Whoever measured needs no calculator; a sum names the one that made it.
    ...(device === undefined || category === 'vital-signs' ? {} : { device: { display: device } }),
    ...(derivedFrom.length === 0 ? {} : { derivedFrom: derivedFrom.map((reference) => ({ reference })) }),
    ...(component.length === 0 ? {} : { component }),
  };
}

/** A number of points. UK Core fixes the unit, `{ScoreOf}`. */
export function points(value: number): JsonObject {
  return {
    valueQuantity: { value, unit: 'score', system: 'http://unitsofmeasure.org', code: '{ScoreOf}' },
  };
}

export function measured(value: number, unit: string, code: string): JsonObject {
  return { valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code } };
}
