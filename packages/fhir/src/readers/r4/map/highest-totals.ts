import { LOINC } from '../../../codes/systems.ts';
import { codesIn } from '../../../coding.ts';
import { pointsSaid } from './points.ts';
import type { Valued } from './value-words.ts';

/** The highest total of each score that the view shows as it was sent. Each starts at 0. */
const HIGHEST: ReadonlyMap<string, number> = new Map([
  ['54614-3', 15], // BIMS (CMS, MDS 3.0, C0500; its 99 says that the interview was not completed)
  ['72172-0', 30], // MoCA (Nasreddine 2005)
  ['72106-8', 30], // MMSE (Folstein 1975)
  ['9269-2', 15], // Glasgow Coma Scale (Teasdale and Jennett 1974)
  ['72514-3', 10], // Pain severity, 0 to 10 verbal numeric rating (LOINC)
]);

/** Whether a total cannot be of the score that its code names: a pain of 15 out of 10. */
export function isImpossibleTotal(valued: Valued): boolean {
  const [highest] = codesIn(valued.code, LOINC).flatMap((code) => HIGHEST.get(code) ?? []);
  const said = pointsSaid(valued);
  if (highest === undefined || said === null) return false;
  return said.points < 0 || said.points > highest || (said.of !== null && said.of !== highest);
}
