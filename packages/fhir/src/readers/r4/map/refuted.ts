import { formatDate, type Caution } from '@ehch/clinical';
import type { ConceptLike } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { listAt, textAt, type JsonObject } from '../../../entry.ts';
import { compared } from '../../../said-already.ts';
import { words } from '../../../text.ts';
import type { Care } from '../care.ts';
import type { PatientRecord } from '../record.ts';

/**
 * Other records of hers that refute what a concept names. An allergy that was tested and removed may stand in the record of
 * one source still: neither is chosen, and the one that is listed says that the other denies it.
 */
export function refutations(
  record: PatientRecord,
  type: 'AllergyIntolerance' | 'Condition',
  concept: ConceptLike | undefined,
  care: Care,
): readonly string[] {
  const own = namesOf(concept?.text, concept?.coding ?? []);
  const against = record
    .refuted(type)
    .filter(({ code }) =>
      namesOf(textAt(code, 'text'), listAt(code, 'coding')).some((name) => own.includes(name)),
    );
  if (against.length > 0) care.add('contradicted');
  return [...new Set(against.map(refutationWords))];
}

function refutationWords(raw: JsonObject): string {
  const on = readDate(textAt(raw, 'recordedDate'), new Set<Caution>());
  return on === null ? 'refuted by another record' : `refuted by another record of ${formatDate(on)}`;
}

/** Codes and words, each of which may name it. */
function namesOf(text: string | null | undefined, codings: readonly unknown[]): readonly string[] {
  const coded = codings.flatMap((coding) => {
    const [system, code] = [textAt(coding, 'system'), textAt(coding, 'code')];
    return system === null || code === null ? [] : [`${system}|${code}`];
  });
  const said = [text, ...codings.map((coding) => textAt(coding, 'display'))].flatMap(
    (one) => words(one) ?? [],
  );
  return [...coded, ...said.map((one) => compared(one))];
}
