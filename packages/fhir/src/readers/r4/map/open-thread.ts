import type { OpenMatter } from '@ehch/clinical';
import { formatDateTime } from '@ehch/clinical/display';
import { signWords } from '@ehch/clinical/escalation';
import {
  KINDS,
  unsentRaising,
  type Raised,
  type Thread,
  type ThreadEntry,
  type ThreadUrgency,
} from '@ehch/clinical/thread';
import { lines } from '../../../text.ts';
import { actWords } from '../../../threads/act-words.ts';
import { cautionsFor } from '../cautions.ts';
import { fact } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { entriesOf, type HeldThread, type ThreadsIn } from './threads-in.ts';

/** A thread that waits for somebody, as one open matter. Its messages and its task are shown with it. */
export function openThread(record: PatientRecord, { thread, messageOf }: HeldThread): readonly OpenMatter[] {
  const root = messageOf(thread.id);
  if (thread.ending.state !== 'open' || root === undefined) return [];
  for (const { id } of entriesOf(thread)) {
    const held = messageOf(id);
    if (held !== undefined) record.show(held, 'open');
  }
  const cautions = cautionsFor(root);
  // Two contents of one press, or a press that has not arrived: what stands here may not be all.
  if (thread.disputed.length > 0) cautions.add('two-versions');
  if (thread.missing.length > 0) cautions.add('reference-missing');
  const base = fact(record, root, cautions, { on: thread.raised.at, by: [root.value.sender] });
  return [
    {
      ...base,
      details: [...(base.details ?? []), ...detailsOf(thread)],
      kind: thread.kind === 'worry' ? 'worry' : 'action',
      text: raisedWords(thread.raised) || KINDS[thread.kind].title,
      urgency: URGENCY[thread.urgency],
      owner: thread.taken?.by.name ?? null,
      due: thread.answered?.promisedBy ?? null,
      progress: progressOf(thread),
      thread,
    },
  ];
}

/**
 * "Worse" whose matter has not arrived. Nobody knows what it is about but the home, and somebody has to look all the same. Other
 * presses without their matter stand among what happened.
 */
export function openOrphan(
  record: PatientRecord,
  { entry, held }: ThreadsIn['orphans'][number],
): readonly OpenMatter[] {
  if (!waitsAlone(entry)) return [];
  record.show(held, 'open');
  const cautions = cautionsFor(held);
  cautions.add('reference-missing');
  const words = 'words' in entry.act ? lines(entry.act.words) : null;
  return [
    {
      ...fact(record, held, cautions, { on: entry.pressedAt, by: [held.value.sender] }),
      kind: 'message',
      text: ['Worse, of a matter that is not here', words].filter((one) => one !== null).join(': '),
      urgency: 'not-stated',
      owner: null,
      due: null,
      progress: entry.unsent === 'not-sent' ? { state: 'not-sent' } : { state: 'sent' },
    },
  ];
}

/** Whether a press waits for somebody also without its matter. */
export function waitsAlone({ act }: ThreadEntry): boolean {
  return act.kind === 'worse';
}

const URGENCY: Readonly<Record<ThreadUrgency, OpenMatter['urgency']>> = {
  routine: 'routine',
  'same-day': 'urgent',
  'within-hours': 'asap',
  now: 'stat',
};

/** What was raised, in people's words and then in those of the list. */
function raisedWords({ words, signs, since }: Raised): string {
  const said = [lines(words), ...signs.map(signWords)].filter((one) => one !== null && one !== '');
  return [said.join(' · '), since === '' ? '' : `since ${since}`].filter((one) => one !== '').join(', ');
}

function progressOf(thread: Thread): OpenMatter['progress'] {
  const { answered, seen } = thread;
  const unsent = unsentRaising(thread);
  if (unsent !== null) return unsent === 'not-sent' ? { state: 'not-sent' } : { state: 'unknown' };
  if (answered !== null) {
    const { by, at, promisedBy } = answered;
    return { state: 'answered', by: by.name, at, promisedBy };
  }
  return seen === null ? { state: 'sent' } : { state: 'seen', by: seen.by.name, at: seen.at };
}

/** What changed since it was raised, oldest first. */
function detailsOf(thread: Thread): readonly string[] {
  const { id, turn, questions, inHospital, alsoRaised, elsewhere = [], unsent = [] } = thread;
  const at = (moment: string) => formatDateTime(moment);
  return [
    ...elsewhere,
    ...alsoRaised.map(({ by, at: moment }) => `also raised by ${by.name}, ${at(moment)}`),
    ...(turn === null ? [] : [`${turn.kind} ${at(turn.at)}${turn.words === '' ? '' : `: ${turn.words}`}`]),
    ...questions.map(({ words, by, at: moment }) => `${by.name} asks, ${at(moment)}: ${words}`),
    ...(inHospital === null ? [] : [`gone to hospital, ${at(inHospital.at)}`]),
    ...unsent
      .filter((entry) => entry.id !== id)
      .map(({ act, by, pressedAt, unsent: how }) => {
        const state = how === 'not-sent' ? 'NOT SENT' : 'NOT KNOWN whether it arrived';
        const said = 'words' in act && act.words !== '' ? `: ${act.words}` : '';
        return `${state}: ${actWords(act, thread.kind)}${said}, ${by.name}, ${at(pressedAt)}`;
      }),
  ];
}
