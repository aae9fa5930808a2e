import type { SQLInputValue } from 'node:sqlite';

/** Conditions that the indexes can decide. All lists must match; within a list, any value may. */
export interface Narrowing {
  readonly references?: readonly (readonly string[])[];
  readonly ids?: readonly (readonly string[])[];
  readonly updatedFrom?: number;
}

/** The condition in SQL on the living resources of a type, with what stands for its marks. */
export function narrowed(
  type: string,
  by: Narrowing,
): { readonly where: string; readonly values: readonly SQLInputValue[] } {
  const conditions = ['c.type = ?'];
  const values: SQLInputValue[] = [type];
  for (const targets of by.references ?? []) {
    conditions.push(
      `c.id IN (SELECT r.id FROM reference r WHERE r.type = ? AND r.target IN (${marks(targets)}))`,
    );
    values.push(type, ...targets);
  }
  for (const ids of by.ids ?? []) {
    conditions.push(`c.id IN (${marks(ids)})`);
    values.push(...ids);
  }
  if (by.updatedFrom !== undefined) {
    conditions.push('c.updated >= ?');
    values.push(by.updatedFrom);
  }
  return { where: conditions.join(' AND '), values };
}

function marks(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ');
}
