import type { ScoreResult } from '@ehch/clinical';
import { bandText, completeText, type ScoreFact } from '@ehch/clinical/assessment';
import type { ResultUnit } from '@ehch/clinical/instruments';
import { LOCAL } from '../codes/systems.ts';
import type { JsonObject } from '../entry.ts';
import { measured, points } from './observation.ts';

/** The value of a complete score, in the unit of its instrument. `null`: the score is not complete. */
export function scoreValue(
  { instrument, status, total, band }: ScoreResult,
  unit: ResultUnit,
  facts: readonly ScoreFact[],
): JsonObject | null {
  if (status !== 'complete') return null;
  if (total !== null && unit.kind !== 'words') return numberValue(total, unit, { instrument, band });
  if (band !== null) return coded(`${instrument}/${band}`, bandText(band));
  // A checklist without a number states what was seen, and also that nothing was.
  const signs = facts.find(({ id }) => id === 'signs');
  return signs === undefined ? null : { valueString: String(signs.value) };
}

function numberValue(
  total: number,
  unit: Exclude<ResultUnit, { readonly kind: 'words' }>,
  { instrument, band }: Pick<ScoreResult, 'instrument' | 'band'>,
): JsonObject {
  switch (unit.kind) {
    case 'points':
      return points(total);
    case 'level':
      return { valueInteger: total };
    // A type such as a Bristol stool type is a name. As an amount, somebody could add or compare it.
    case 'type':
      return coded(`${instrument}/${total}`, completeText({ total, band }, null));
    case 'ratio':
      return measured(total, '1', '1');
    case 'count':
      return measured(total, unit.of, '1');
    case 'measure':
      return measured(total, unit.text, unit.code);
  }
}

function coded(code: string, text: string): JsonObject {
  return { valueCodeableConcept: { coding: [{ system: LOCAL, code }], text } };
}
