import { isPastProblem } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import type { PartialDate } from '@ehch/clinical/time';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, conceptWords, namesOf, statusCode } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { joined } from '../../../text.ts';
import { cautionsFor, type Cautions } from '../cautions.ts';
import type { Held, PatientRecord } from '../record.ts';
import { isDeniedByNote } from './denied-in-words.ts';
import { problemParts } from './problem.ts';

/** A condition that has not ended, with what its list entry would say. */
interface InForce {
  readonly held: Held<'Condition'>;
  readonly cautions: Cautions;
  readonly on: PartialDate | null;
  /** What stands beside its name on the list of problems. */
  readonly details: readonly string[];
}

/**
 * Conditions in force with one of these SNOMED CT codes, or with a matching name. Those that have ended are
 * set aside.
 */
export function conditionsInForce(
  record: PatientRecord,
  codes: { has(code: string): boolean },
  title?: RegExp,
): readonly InForce[] {
  return record.all('Condition').flatMap((held): readonly InForce[] => {
    const { code, clinicalStatus, recordedDate, severity } = held.value;
    const isNamed = title !== undefined && namesOf(code).some((name) => title.test(name));
    if (!isNamed && !codesIn(code, SNOMED).some((id) => codes.has(id))) return [];
    const cautions = cautionsFor(held);
    const { status, ended, began, parts } = problemParts(record, held, cautions);
    // R4 has no clinical status "entered-in-error". A sender who uses it means it.
    const isMistake = statusCode(clinicalStatus, ['entered-in-error']) !== null;
    if (isDeniedByNote(held)) cautions.add('contradicts-itself');
    if (isMistake || isPastProblem({ status })) return record.setAside(held, 'not-in-force');
    // An end in the future, or one only in words ("in hospital"), does not end the condition today.
    const end = joined([ended.on === null ? null : formatDate(ended.on), ended.words], ', ');
    if (end !== null) cautions.leave('end', end);
    if (began.words !== null) cautions.leave('onset', began.words);
    const { evidence, ...others } = parts;
    const details = [
      conceptWords(severity, cautions),
      ...Object.values(others),
      evidence === null ? null : `told by ${evidence}`,
    ].filter((one) => one !== null);
    return [{ held, cautions, on: began.on ?? readDate(recordedDate, cautions), details }];
  });
}
