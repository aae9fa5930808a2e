/**
 * The rules of the store that can be switched off, one by one, in tests alone. A suite that stays green without a guard would not
 * notice if somebody removed it (`docs/guards.md`).
 */
export interface StoreGuards {
  /** D3. A write goes ahead only where nobody has written since what it was prepared from was read. */
  readonly generation: boolean;
  /** O1. The same intent again is known, and makes no second entry. */
  readonly uniqueIntent: boolean;
}

export const ALL_STORE_GUARDS: StoreGuards = { generation: true, uniqueIntent: true };
