import { firstWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { nameOf } from '../author.ts';
import type { Cautions } from '../cautions.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { isRunning } from './encounters.ts';

/**
 * Why a flag is over with its visit, in words. R4 Flag.encounter: the flag is only relevant during that visit.
 * `null`: it names no visit, or nothing shows that the visit is over.
 */
export function overWithVisit(record: PatientRecord, held: Held<'Flag'>, cautions: Cautions): string | null {
  const { encounter } = held.value;
  if (encounter === undefined) return null;
  const visit = record.resolve(encounter, held);
  const shown = nameOf(record, encounter, held);
  if (!isHeld(visit, 'Encounter')) {
    cautions.leave('only for the visit', shown);
    return null;
  }
  const start = readDate(visit.value.period?.start, new Set());
  if (visit.value.status !== 'planned' && !isRunning(record, visit, start)) return 'for a visit that is over';
  cautions.leave('only for the visit', firstWords(visit.value.type, new Set()) ?? shown);
  return null;
}
