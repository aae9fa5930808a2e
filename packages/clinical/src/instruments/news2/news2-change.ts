export interface News2Change {
  /** Today's total less what is usual; `null` when either is not known. No usual score is not a usual score of 0. */
  readonly delta: number | null;
  /** Always: a high usual score never hides the band of the total. */
  readonly bandStillShown: true;
}

/** How far a NEWS2 total is from what is usual for this person. [P] */
export function news2Change({
  total,
  usual,
}: {
  readonly total: number | null;
  readonly usual: number | null;
}): News2Change {
  return { delta: total === null || usual === null ? null : total - usual, bandStillShown: true };
}
