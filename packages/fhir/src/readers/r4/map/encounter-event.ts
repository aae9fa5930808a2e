import type { CareEvent } from '@ehch/clinical';
import type { PartialDate } from '@ehch/clinical/time';
import { conceptWords, type ConceptLike } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { joined } from '../../../text.ts';
import { cautionsFor } from '../cautions.ts';
import { fact, isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { encounterDetails, everyWords, reasonsOf } from './encounter-details.ts';
import { isHospitalStay, isResidence, isRunning, placesLeft, whereOf } from './encounters.ts';
import { AFTER_A_FALL, tellsOfFall } from './fall-words.ts';

/** An encounter as an event. Living in the home is not an event. */
export function encounterEvent(record: PatientRecord, held: Held<'Encounter'>): readonly CareEvent[] {
  const { value } = held;
  // The identity section shows where the resident lives.
  if (isResidence(held)) return record.setAside(held, 'shown-elsewhere');
  const cautions = cautionsFor(held);
  const on = readDate(value.period?.start, cautions);
  const until = readDate(value.period?.end, cautions);
  if (value.status === 'finished' && isAfterNow(until, record)) cautions.add('contradicts-itself');
  const type = everyWords(value.type, cautions) ?? conceptWords(classOf(held), cautions);
  const reason = reasonsOf(record, held, cautions);
  const where = whereOf(record, held);
  const said = joined([type, reason], ': ');
  // The record's text may end with a full stop, but the sentence goes on here.
  const what = joined([where === null ? said : said?.replace(/\.$/, ''), where], ', ') ?? 'Encounter';
  const text =
    joined([what, ...encounterDetails(record, held, cautions), goingOn(record, held, on)], '; ') ?? what;
  const left = placesLeft(record, held);
  if (left !== null) cautions.leave('place', left);
  record.show(held, 'events');
  const by = (value.participant ?? []).map(({ individual }) => individual);
  return [
    {
      ...fact(record, held, cautions, { on, by }),
      kind: kindOf(held, joined([type, reason]) ?? ''),
      text,
      until,
      notDone: notDone(held),
    },
  ];
}

function notDone({ value: { status } }: Held<'Encounter'>): CareEvent['notDone'] {
  if (status === 'planned') return { why: null, planned: true };
  return status === 'cancelled' ? { why: null } : null;
}

function classOf({ value }: Held<'Encounter'>): ConceptLike {
  return { coding: value.class ? [value.class] : [] };
}

/** Whether the encounter is still going on, or nobody knows whether it took place. */
function goingOn(record: PatientRecord, held: Held<'Encounter'>, start: PartialDate | null): string | null {
  const { status } = held.value;
  if (status === 'unknown') return 'not known whether it took place';
  if (status === 'finished' || status === 'cancelled' || !isRunning(record, held, start)) return null;
  return status === 'onleave' ? 'on leave from it' : 'not over yet';
}

function kindOf(held: Held<'Encounter'>, text: string): CareEvent['kind'] {
  // A hospital stay because of a fall counts as a stay. Its words mention the fall.
  if (isHospitalStay(held)) return 'hospital-stay';
  if (tellsOfFall(text.replaceAll(AFTER_A_FALL, ' '))) return 'fall';
  // v3-ActCode VR: a contact that is not face to face.
  return held.value.class?.code === 'VR' || /\b(telephone|phone|video)\b/i.test(text) ? 'contact' : 'visit';
}
