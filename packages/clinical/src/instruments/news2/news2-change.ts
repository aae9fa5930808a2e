export interface News2Change {
  /** Today's total minus the usual total; `null` if either is not known. No usual score is not a usual score of 0. */
  readonly delta: number | null;
  /** Always `true`: a high usual score never hides the band of the total. */
  readonly bandStillShown: true;
}

/** How far a NEWS2 total is from the resident's usual total. [P] */
export function news2Change({
  total,
  usual,
}: {
  readonly total: number | null;
  readonly usual: number | null;
}): News2Change {
  return { delta: total === null || usual === null ? null : total - usual, bandStillShown: true };
}
