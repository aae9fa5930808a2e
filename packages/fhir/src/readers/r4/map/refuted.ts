import type { Caution } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import { isSurelyOlder, type PartialDate } from '@ehch/clinical/time';
import type { ConceptLike } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import { listAt, textAt, type JsonObject } from '../../../entry.ts';
import { compared } from '../../../said-already.ts';
import { joined, words } from '../../../text.ts';
import { Cautions } from '../cautions.ts';
import type { Held, PatientRecord } from '../record.ts';
import { statusIn } from './status-words.ts';

/**
 * Other records of the resident that refute what a concept names. One source may still list an allergy that
 * another has tested and removed. Neither is chosen: the listed one says that the other denies it.
 */
export function refutations(
  record: PatientRecord,
  type: 'AllergyIntolerance' | 'Condition',
  concept: ConceptLike | undefined,
  cautions: Cautions,
): readonly string[] {
  const own = namesOf(concept?.text, concept?.coding ?? []);
  const against = record
    .refuted(type)
    .filter(({ code }) => namesIn({ code }).some((name) => own.includes(name)));
  if (against.length > 0) cautions.add('contradicted');
  return [...new Set(against.map(refutationWords))];
}

/**
 * Other records of the resident that end what is in force here: the same name, inactive or resolved. An end
 * that is surely older may belong to an earlier episode.
 */
export function endings(
  record: PatientRecord,
  held: Held<'AllergyIntolerance' | 'Condition'>,
  on: PartialDate | null,
  cautions: Cautions,
): readonly string[] {
  const over = endedByName(record, held.type);
  const others = namesIn(held.raw).flatMap((name) => over.get(name) ?? []);
  const against = [...new Set(others)].filter((other) => !isSurelyOlder(other.day, on));
  if (against.length > 0) cautions.add('contradicted');
  const told = against.map(
    ({ status, day }) =>
      joined([`${status} in another record`, day === null ? null : `of ${formatDate(day)}`]) ?? '',
  );
  return [...new Set(told)];
}

/** An ended record of the same name. */
interface Ended {
  readonly status: string;
  readonly day: PartialDate | null;
}

/** Kept for each record, because every allergy and every problem asks for it. */
const ENDED = new WeakMap<PatientRecord, Map<string, ReadonlyMap<string, readonly Ended[]>>>();

function endedByName(
  record: PatientRecord,
  type: 'AllergyIntolerance' | 'Condition',
): ReadonlyMap<string, readonly Ended[]> {
  const known = ENDED.get(record) ?? new Map<string, ReadonlyMap<string, readonly Ended[]>>();
  ENDED.set(record, known);
  const found = known.get(type);
  if (found !== undefined) return found;
  const byName = new Map<string, Ended[]>();
  for (const { value, raw } of record.all(type)) {
    const status = statusIn(value.clinicalStatus, ['inactive', 'resolved', 'remission'], new Cautions());
    if (status === null) continue;
    const days = [
      textAt(raw, 'abatementDateTime'),
      textAt(raw['abatementPeriod'], 'end'),
      value.recordedDate,
    ];
    const ended = { status, day: firstDate(days, new Set()) };
    for (const name of new Set(namesIn(raw))) byName.set(name, [...(byName.get(name) ?? []), ended]);
  }
  known.set(type, byName);
  return byName;
}

function namesIn({ code }: JsonObject): readonly string[] {
  return namesOf(textAt(code, 'text'), listAt(code, 'coding'));
}

function refutationWords(raw: JsonObject): string {
  const on = readDate(textAt(raw, 'recordedDate'), new Set<Caution>());
  return on === null ? 'refuted by another record' : `refuted by another record of ${formatDate(on)}`;
}

/** The codes and words of a concept, any of which may name it. */
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
