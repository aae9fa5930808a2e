import { LOINC, SNOMED } from '../../../codes/systems.ts';
import { codesIn } from '../../../coding.ts';
import { pointsSaid } from './points.ts';
import type { Valued } from './value-words.ts';

/** The lowest and the highest points of each score that the view shows as it was sent. */
const POINTS: ReadonlyMap<string, readonly [lowest: number, highest: number]> = new Map([
  ['54614-3', [0, 15]], // BIMS (CMS, MDS 3.0, C0500; its 99 says that the interview was not completed)
  ['72172-0', [0, 30]], // MoCA (Nasreddine 2005)
  ['72106-8', [0, 30]], // MMSE (Folstein 1975)
  // Glasgow Coma Scale: 3 to 15, with up to 4, 5 and 6 points (Mehta and Chinthapalli, BMJ 2019;365:l1296). Each part
  // has as many answers, from 1 (LOINC LL355-9, LL356-7, LL357-5, in the HL7 R4 example Questionnaire/gcs).
  ['9269-2', [3, 15]],
  ['248241002', [3, 15]],
  ['9267-6', [1, 4]], // Eyes
  ['9270-0', [1, 5]], // Verbal
  ['9268-4', [1, 6]], // Motor
  ['72514-3', [0, 10]], // Pain severity, 0 to 10 verbal numeric rating (LOINC)
]);

/** Whether a total cannot be of the score that its code names: a pain of 15 out of 10. */
export function isImpossibleTotal(valued: Valued): boolean {
  const codes = [LOINC, SNOMED].flatMap((system) => codesIn(valued.code, system));
  const [lowest, highest] = codes.flatMap((code) => POINTS.get(code) ?? []);
  const said = pointsSaid(valued);
  if (lowest === undefined || highest === undefined || said === null) return false;
  return said.points < lowest || said.points > highest || (said.of !== null && said.of !== highest);
}
