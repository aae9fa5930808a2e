import type { ScoreResult } from '../score.ts';

/** Whether anything was answered: a value, or why there is none. */
export function isUsed({ items }: ScoreResult): boolean {
  return Object.values(items).some(
    ({ value }) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
}
