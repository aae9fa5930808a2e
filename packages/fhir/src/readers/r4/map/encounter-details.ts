import type { Caution } from '@ehch/clinical';
import { conceptWords, type ConceptLike } from '../../../coding.ts';
import { joined, words } from '../../../text.ts';
import { nameOf } from '../author.ts';
import type { Reference } from '../datatypes.ts';
import { dispositionWords } from './discharge.ts';
import { withStandingWithin } from './named-record.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';

type Cautions = Set<Caution>;

/**
 * What else an encounter states, each part with its label: the diagnosis, and where the resident came from
 * and went to.
 */
export function encounterDetails(
  record: PatientRecord,
  held: Held<'Encounter'>,
  cautions: Cautions,
): readonly (string | null)[] {
  const { serviceType, priority, diagnosis = [], hospitalization: stay = {}, participant = [] } = held.value;
  const others = participant.slice(1).map(({ individual }) => nameOf(record, individual, held));
  return [
    conceptWords(serviceType, cautions),
    labelled('priority', conceptWords(priority, cautions)),
    ...diagnosis.map(({ condition, use }) => {
      const kind = conceptWords(use, cautions);
      const said = conditionWords(record, condition, held, cautions);
      return labelled(kind ?? 'diagnosis', said ?? (kind === null ? null : 'not named'));
    }),
    labelled('came from', conceptWords(stay.admitSource, cautions)),
    labelled('came from', nameOf(record, stay.origin, held)),
    labelled('discharged to', dispositionWords(stay.dischargeDisposition, cautions)),
    labelled('discharged to', nameOf(record, stay.destination, held)),
    labelled('with', joined(others, ', ')),
  ];
}

/** The reasons for an encounter, from its codes and from the records that it names. */
export function reasonsOf(record: PatientRecord, held: Held<'Encounter'>, cautions: Cautions): string | null {
  const { reasonCode, reasonReference = [] } = held.value;
  const named = reasonReference.map((reference) => conditionWords(record, reference, held, cautions));
  return joined([everyWords(reasonCode, cautions), ...named], ', ');
}

/** The words of all concepts. A second reason or type may add to the first. */
export function everyWords(concepts: readonly ConceptLike[] | undefined, cautions: Cautions): string | null {
  const texts = (concepts ?? []).map((concept) => conceptWords(concept, cautions));
  return joined([...new Set(texts)], ', ');
}

/** The words of a referenced problem. A reference without a record gets the caution `reference-missing`. */
function conditionWords(
  record: PatientRecord,
  reference: Reference | undefined,
  from: Held,
  cautions: Cautions,
): string | null {
  const target = record.resolve(reference, from);
  const said = isHeld(target, 'Condition') ? conceptWords(target.value.code, cautions) : null;
  const found = withStandingWithin(record, target, said) ?? words(reference?.display);
  if (found === null && reference !== undefined) cautions.add('reference-missing');
  return found;
}

function labelled(label: string, text: string | null): string | null {
  return text === null ? null : `${label}: ${text}`;
}
