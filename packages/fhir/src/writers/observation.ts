import type { PartialDate } from '@ehch/clinical/time';
import { DATA_ABSENT_REASON } from '../codes/data-absent-reason.ts';
import type { JsonObject } from '../entry.ts';
import type { WritingAbout } from './about.ts';

/** The parts of one Observation. Everything else is the same in all of them (`writeObservation`). */
export interface ObservationParts {
  readonly extension?: readonly JsonObject[];
  /** Who made the finding. Without it, the performer of the whole assessment. */
  readonly performer?: readonly JsonObject[];
  /** The band, as a code and in words. */
  readonly interpretation?: JsonObject;
  readonly code: JsonObject;
  readonly category: 'survey' | 'vital-signs';
  readonly effective: PartialDate;
  /** The last day of what holds for a time. */
  readonly until?: PartialDate;
  readonly value?: JsonObject;
  /** Why there is no value: a code of data-absent-reason. */
  readonly absent?: string;
  readonly profile?: string;
  readonly method?: string;
  readonly note?: string;
  readonly component?: readonly JsonObject[];
  readonly derivedFrom?: readonly string[];
}

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';

/**
 * An Observation as every writer makes it. It is always `final`: only finished work is written, and an
 * incomplete score has no total (UKCore-Observation-EarlyWarningTotalScore fixes the status).
 */
export function writeObservation(parts: ObservationParts, about: WritingAbout): JsonObject {
  const { code, category, effective, until, value, absent, profile, method, note, interpretation } = parts;
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
    ...(until === undefined
      ? { effectiveDateTime: effective }
      : { effectivePeriod: { start: effective, end: until } }),
    ...(performer.length === 0 ? {} : { performer }),
    ...value,
    ...(absent === undefined
      ? {}
      : { dataAbsentReason: { coding: [{ system: DATA_ABSENT_REASON, code: absent }] } }),
    ...(interpretation === undefined ? {} : { interpretation: [interpretation] }),
    ...(note === undefined ? {} : { note: [{ text: note }] }),
    ...(method === undefined ? {} : { method: { text: method } }),
    // A measurement needs no calculator. A score names the program that calculated it.
    ...(device === undefined || category === 'vital-signs' ? {} : { device: { display: device } }),
    ...(derivedFrom.length === 0 ? {} : { derivedFrom: derivedFrom.map((reference) => ({ reference })) }),
    ...(component.length === 0 ? {} : { component }),
  };
}

/** A number of points. UK Core fixes the unit `{ScoreOf}`. */
export function points(value: number): JsonObject {
  return {
    valueQuantity: { value, unit: 'score', system: 'http://unitsofmeasure.org', code: '{ScoreOf}' },
  };
}

/**
 * A measured number.
 * @param unit the unit as people read it; empty where there is none
 * @param code the unit in UCUM
 */
export function measured(value: number, unit: string, code: string): JsonObject {
  return {
    valueQuantity: { value, ...(unit === '' ? {} : { unit }), system: 'http://unitsofmeasure.org', code },
  };
}
