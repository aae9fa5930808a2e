/**
 * How far a NEWS2 total is above what is usual for this person; below it, a negative number. `null` where either is not
 * known: no usual score is not a usual score of 0. It stands beside the band of the total and changes nothing in it. [P]
 */
export function aboveUsual(total: number | null, usual: number | null): number | null {
  return total === null || usual === null ? null : total - usual;
}
