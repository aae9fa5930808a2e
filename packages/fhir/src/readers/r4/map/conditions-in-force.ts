import { isPastProblem } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import type { PartialDate } from '@ehch/clinical/time';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn, conceptWords, namesOf, statusCode } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { joined } from '../../../text.ts';
import { cautionsFor, type Cautions } from '../cautions.ts';
import type { Held, PatientRecord } from '../record.ts';
import { problemParts } from './problem.ts';

interface InForce {
  readonly held: Held<'Condition'>;
  readonly cautions: Cautions;
  readonly on: PartialDate | null;
  /** What it says beside its name, as the list of problems would say it. */
  readonly details: readonly string[];
}

/** Conditions with one of these SNOMED CT codes, or called like this, that have not ended. Those that have are set aside. */
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
    // R4 has no such clinical status as entered-in-error; where it is sent, it is meant.
    const isMistake = statusCode(clinicalStatus, ['entered-in-error']) !== null;
    if (isMistake || isPastProblem({ status })) return record.setAside(held, 'not-in-force');
    // An end that is to come, or that only words tell ("in hospital"), ends nothing today.
    const told = joined([ended.on === null ? null : formatDate(ended.on), ended.words], ', ');
    if (told !== null) cautions.leave('end', told);
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
