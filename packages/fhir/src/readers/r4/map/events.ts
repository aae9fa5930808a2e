import type { CareEvent, Content } from '@ehch/clinical';
import { conceptWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { joined } from '../../../text.ts';
import type { RecordedEvent } from '../../../recorded-view.ts';
import { cautionsFor } from '../cautions.ts';
import { byNewest, fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { encounterEvent } from './encounter-event.ts';
import { fallEvent } from './fall-event.ts';
import { documentEvent, formEvent } from './document-event.ts';
import { messageEvent, taskEvent } from './finished-event.ts';
import { waitsAlone } from './open-thread.ts';
import { threadsIn } from './threads-in.ts';
import { isStay, leaveNamedByEpisode } from './stay.ts';
import { vaccination } from './vaccination.ts';
import { formsOf } from './plan-lines.ts';

/** Events, newest first, however long ago. The screen decides what to fold away. */
export function events(record: PatientRecord): Content<readonly RecordedEvent[]> {
  // The messages of a thread that waits stand with it. Once it is over, they are what happened.
  const { isOpen, orphans } = threadsIn(record);
  const alone = new Map(orphans.map(({ entry, held }) => [held, entry]));
  const message = (held: Held<'Communication'>): readonly CareEvent[] => {
    const orphan = alone.get(held);
    if (isOpen(held) || (orphan !== undefined && waitsAlone(orphan))) return [];
    return messageEvent(record, held, orphan !== undefined);
  };
  const listed = [
    ...record.all('Encounter').flatMap((held) => encounterEvent(record, held)),
    ...record.all('EpisodeOfCare').flatMap((held) => otherEpisode(record, held)),
    ...record.all('Observation').flatMap((held) => fallEvent(record, held)),
    ...record.all('Immunization').flatMap((held) => vaccination(record, held)),
    ...record.all('DocumentReference').flatMap((held) => documentEvent(record, held)),
    ...formsOf(record).flatMap((held) => formEvent(record, held)),
    ...record.all('Communication').flatMap(message),
    ...record.all('Task').flatMap((held) => taskEvent(record, held)),
  ].toSorted(byNewest);
  return listed.length === 0 ? { kind: 'not-recorded' } : { kind: 'recorded', value: listed };
}

/** Words for an episode that has not begun, or that is on hold (R4 episode-of-care-status). */
const EPISODE_ASIDES: { readonly [S in Held<'EpisodeOfCare'>['value']['status']]?: string } = {
  planned: 'only planned',
  waitlist: 'on a waiting list',
  onhold: 'on hold',
};

/** An episode that is no stay in a home, such as care by a community team. */
function otherEpisode(record: PatientRecord, held: Held<'EpisodeOfCare'>): readonly CareEvent[] {
  const { value } = held;
  if (isStay(held)) return value.status === 'cancelled' ? record.setAside(held, 'not-happened') : [];
  const cautions = cautionsFor(held);
  record.show(held, 'events');
  const on = readDate(value.period?.start, cautions);
  const until = readDate(value.period?.end, cautions);
  leaveNamedByEpisode(record, held, cautions);
  const aside = EPISODE_ASIDES[value.status];
  const types = (value.type ?? []).map((concept) => conceptWords(concept, cautions));
  const said = joined(types, ', ') ?? 'Episode of care';
  const text = aside === undefined ? said : `${said}: ${aside}`;
  const notDone = value.status === 'cancelled' ? { why: null } : null;
  return [{ ...fact(record, held, cautions, { on }), kind: 'other', text, until, notDone }];
}
