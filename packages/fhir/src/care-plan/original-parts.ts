import type { PlanText } from '@ehch/clinical/care-plan';
import { textAt, type JsonObject } from '../entry.ts';
import { extensionsOf, part } from '../extensions.ts';
import { ORIGINAL_PARTS, PLAN_ORIGINAL } from './plan-codes.ts';
import type { Placed } from './placed.ts';

/** Who has seen the paper itself, when, and where it was made. */
export const SIGHTED = ['sightedBy', 'sightedOn', 'madeIn'] as const;

type Part = (typeof ORIGINAL_PARTS)[number];

/** What FHIR has no element for. Decisions are written anew and never edited, so the extension is written whole. */
export function originalPlace(fields: PlanText, names: readonly Part[]): Placed {
  const parts = names.flatMap((name) => {
    const value = fields[name] ?? null;
    return value === null ? [] : [{ url: name, valueString: value }];
  });
  return {
    path: ['extension'],
    value: parts.length === 0 ? undefined : [{ url: PLAN_ORIGINAL, extension: parts }],
  };
}

/** The parts of the extension on a decision of ours. */
export function originalIn(resource: JsonObject): PlanText {
  const [extension] = extensionsOf(resource['extension'], PLAN_ORIGINAL);
  return Object.fromEntries(
    ORIGINAL_PARTS.map((name) => [name, textAt(part(extension, name), 'valueString')]),
  );
}

/** Some parts of it. One that is not there is `null`. */
export function pick(fields: PlanText, names: readonly string[]): PlanText {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}
