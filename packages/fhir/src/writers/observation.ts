import type { PartialDate } from '@ehch/clinical/time';
import { DATA_ABSENT_REASON } from '../codes/data-absent-reason.ts';
import type { JsonObject } from '../entry.ts';
import type { WritingAbout } from './about.ts';

export interface ObservationParts {
  readonly extension?: readonly JsonObject[];
  /** Who made the finding; without it, whoever answers for all of them. */
  readonly performer?: readonly JsonObject[];
  /** The band: its code and its words. */
  readonly interpretation?: JsonObject;
  readonly code: JsonObject;
  readonly category: 'survey' | 'vital-signs';
  readonly effective: PartialDate;
  readonly value?: JsonObject;
  /** Why there is no value, as FHIR codes it. */
  readonly absent?: string;
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
export function writeObservation(parts: ObservationParts, about: WritingAbout): JsonObject {
  const { code, category, effective, value, absent, profile, method, note, interpretation } = parts;
  const { extension = [], component = [], derivedFrom = [] } = parts;
  const { subject, device } = about;
  const performer = parts.performer ?? (about.performer ? [{ ...about.performer }] : []);
  return {
    resourceType: 'Observation',
    ...(profile === undefined ? {} : { meta: { profile: [profile] } }),
    ...(extension.length === 0 ? {} : { extension }),
    status: 'final',
    category: [{ coding: [{ system: CATEGORY, code: category }] }],
    code,
    subject: { reference: subject },
    effectiveDateTime: effective,
    ...(performer.length === 0 ? {} : { performer }),
    ...value,
    ...(absent === undefined
      ? {}
      : { dataAbsentReason: { coding: [{ system: DATA_ABSENT_REASON, code: absent }] } }),
    ...(interpretation === undefined ? {} : { interpretation: [interpretation] }),
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

/** A measured number. `unit` as it is read, and empty where there is none; `code` in UCUM. */
export function measured(value: number, unit: string, code: string): JsonObject {
  return {
    valueQuantity: { value, ...(unit === '' ? {} : { unit }), system: 'http://unitsofmeasure.org', code },
  };
}
