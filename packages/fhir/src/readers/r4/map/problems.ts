import { isPastProblem, type Content, type Problem } from '@ehch/clinical';
import { CFS_LEVELS } from '../../../codes/observation-codes.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, conceptWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { cautionsFor } from '../cautions.ts';
import { byNewest, isAfterNow, isAhead } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { beginOf, endOf, isOver } from './condition-times.ts';
import { conditionReading } from './cpr-sources.ts';
import { listFlags, withListFlags } from './list-flags.ts';
import { absencesOf, allAbsences, withAbsences, type Absences } from './none-recorded.ts';
import { noneSaid, type NoneSaid } from './none-said.ts';
import { evidenceOf, sitesOf, stagesOf } from './problem-parts.ts';
import { toProblem } from './problem.ts';
import { emptyLists } from './section-lists.ts';
import { statusIn, verificationOf } from './status-words.ts';

/** The problems of the resident, with statements that there are none. */
export function problems(record: PatientRecord): Content<readonly Problem[]> {
  const listed: Problem[] = [];
  const flags = listFlags(record);
  const absences: Absences[] = [emptyLists(record, 'problems')];
  for (const held of record.all('Condition')) {
    // A finding that is only a frailty level or a decision about CPR has a section of its own.
    if (isElsewhere(held)) continue;
    const said = noneSaid('problems', held.value.code);
    const isUnknown = said.unknown && said.named === null && !hasDetails(held);
    const isAbsence = said.reach.length > 0 || isUnknown;
    if (isAbsence) absences.push(absenceOf(record, held, said));
    if (isAbsence && said.named === null) continue;
    for (const problem of toProblem(record, held, said.named ?? (said.unknown ? held.value.code : undefined)))
      listed.push(isPastProblem(problem) ? problem : withListFlags(problem, held, flags));
  }
  const sorted = listed.toSorted((a, b) => rank(a) - rank(b) || byNewest(a, b));
  const inForce = sorted.some((problem) => rank(problem) === 0);
  return withAbsences(
    record,
    'problems',
    sorted.length > 0 ? { value: sorted, inForce } : null,
    allAbsences(absences),
  );
}

/** What a record says there is none of. A record that was withdrawn, or has ended, says nothing. */
function absenceOf(record: PatientRecord, held: Held<'Condition'>, said: NoneSaid): Absences {
  const { value } = held;
  const cautions = cautionsFor(held);
  const status = statusIn(value.clinicalStatus, ['active', 'inactive', 'resolved', 'remission'], cautions);
  if ((status !== null && status !== 'active') || isOver(record, endOf(held, cautions))) {
    record.setAside(held, 'not-in-force');
    return { nones: [], unknowns: [] };
  }
  verificationOf(value.verificationStatus, cautions);
  if (!said.coded && said.reach.length > 0) cautions.add('unconfirmed');
  const began = beginOf(held, cautions);
  if (began.words !== null) cautions.leave('onset', began.words);
  if (isAfterNow(began.on, record)) cautions.add('future-dated');
  return absencesOf(record, held, cautions, {
    section: 'problems',
    text: said.text ?? 'No information',
    reach: cautions.has('mistaken-in-words') ? [] : said.reach,
    on: readDate(value.recordedDate, cautions) ?? began.on,
    by: [value.asserter, value.recorder],
    beside: [
      value.onsetString,
      value.abatementString,
      conceptWords(value.severity, cautions),
      sitesOf(held, cautions),
      stagesOf(record, held, cautions),
      evidenceOf(record, held, cautions),
    ],
  });
}

/**
 * Whether a record describes a problem that nobody could name: "unknown" with a body site, a stage, a
 * severity or signs.
 */
function hasDetails({ value }: Held<'Condition'>): boolean {
  const { severity, bodySite = [], stage = [], evidence = [] } = value;
  return severity !== undefined || bodySite.length + stage.length + evidence.length > 0;
}

/** In force first, then future, past, and mistaken in words. */
function rank(problem: Problem): number {
  if (problem.cautions.includes('mistaken-in-words')) return 3;
  if (isPastProblem(problem)) return 2;
  return isAhead(problem) ? 1 : 0;
}

function isElsewhere(held: Held<'Condition'>): boolean {
  const cpr = conditionReading(held);
  // A mention of CPR that was not understood may be a problem, so both sections show it.
  return (
    (cpr !== null && cpr !== 'unclear') || codesIn(held.value.code, SNOMED).some((id) => CFS_LEVELS.has(id))
  );
}
