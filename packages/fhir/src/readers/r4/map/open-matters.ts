import type { Content, OpenMatter } from '@ehch/clinical';
import { comparePartialDates, isSurelyOlder, precisionOf } from '@ehch/clinical/time';
import { conceptWords } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import { firstNameOf, nameOf } from '../author.ts';
import { cautionsFor } from '../cautions.ts';
import { byNewest, fact, isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { messageWords, payloadTexts } from './message-words.ts';
import { isSomebodyElse } from './somebody-else.ts';
import { isPlanProposal, isWorry, proposalText, proposedAs, taskWords } from './task-words.ts';
import { openOrphan, openThread } from './open-thread.ts';
import { threadsIn } from './threads-in.ts';

type Task = Held<'Task'>;
type Communication = Held<'Communication'>;

/** R4 task-status values in which a task waits for somebody. */
const WAITING: readonly string[] = ['requested', 'received', 'accepted', 'ready', 'in-progress', 'on-hold'];

/** Whether a task still waits for somebody. A draft was never handed over. */
export function isWaiting({ value: { status } }: Task): boolean {
  return WAITING.includes(status);
}

/** Open tasks and messages, newest first. */
export function openMatters(record: PatientRecord): Content<readonly OpenMatter[]> {
  const { threads, orphans, isTaskOfOne } = threadsIn(record);
  const listed = [
    ...threads.flatMap((one) => openThread(record, one)),
    ...orphans.flatMap((one) => openOrphan(record, one)),
    ...record
      .all('Task')
      .flatMap((held) => (isTaskOfOne(held) ? shown(record, held) : fromTask(record, held))),
    ...record.all('Communication').flatMap((held) => fromMessage(record, held)),
  ].toSorted(byNewest);
  return listed.length === 0 ? { kind: 'not-recorded' } : { kind: 'recorded', value: listed };
}

/** A task that only stands for a thread: the thread says everything that it says. */
function shown(record: PatientRecord, held: Task): readonly never[] {
  record.show(held, 'open');
  return [];
}

function fromTask(record: PatientRecord, held: Task): readonly OpenMatter[] {
  const { value } = held;
  if (value.status === 'draft') record.setAside(held, 'not-happened');
  if (!isWaiting(held)) return [];
  const cautions = cautionsFor(held);
  const isProposed = isPlanProposal(held);
  const text = isProposed ? proposalText(held) : taskWords(record, held, cautions);
  if (text === null) return record.refuse(held, 'missing', 'description');
  record.show(held, 'open');
  const on = firstDate([value.authoredOn, value.executionPeriod?.start], cautions);
  const due = firstDate([value.restriction?.period?.end, value.executionPeriod?.end], cautions);
  if (isSurelyOlder(due, on)) cautions.add('contradicts-itself');
  return [
    {
      ...fact(record, held, cautions, { on, by: [value.requester] }),
      kind: isProposed ? 'proposal' : isWorry(held) ? 'worry' : 'action',
      text,
      urgency: value.priority ?? 'not-stated',
      owner: nameOf(record, value.owner, held),
      due,
      ...(proposedAs(record, held) !== null && { proposed: true as const }),
      progress: progressOf(record, held),
    },
  ];
}

/**
 * How far a task has come. `answered` needs a person's words: a Communication about the task, from somebody
 * other than the requester. A task that was accepted or begun without such an answer counts as seen, and no
 * more.
 */
function progressOf(record: PatientRecord, held: Task): OpenMatter['progress'] {
  const { status, statusReason, owner, lastModified, requester } = held.value;
  if (status === 'on-hold') return { state: 'on-hold', why: conceptWords(statusReason, new Set()) };
  const answer = answersTo(record, held).find((one) =>
    isSomebodyElse(record, [one.value.sender, one], [requester, held]),
  );
  if (answer !== undefined) {
    const by = nameOf(record, answer.value.sender, answer);
    return { state: 'answered', by, at: momentOf(answer.value.sent), promisedBy: null };
  }
  if (status === 'requested' || status === 'ready') return { state: 'sent' };
  return { state: 'seen', by: nameOf(record, owner, held), at: momentOf(lastModified) };
}

/** [P] Automatic replies of a mail system. */
const AUTOMATIC =
  /^\W*(?:automatic(?:ally generated)? (?:reply|response)|auto[- ]?(?:reply|response)|out of (?:the )?office)\b/i;

/** Whether a message can answer a task: a person wrote it, after the request and not in the future. */
function canAnswer(record: PatientRecord, task: Task, held: Communication): boolean {
  const sent = readDate(held.value.sent, new Set());
  const asked = readDate(task.value.authoredOn, new Set());
  const isByHand = payloadTexts(record, held, new Set()).some((text) => !AUTOMATIC.test(text));
  return isByHand && !isAfterNow(sent, record) && !isSurelyOlder(sent, asked);
}

/** The answers to a task, newest first. */
function answersTo(record: PatientRecord, task: Task): readonly Communication[] {
  const answers = record.all('Communication').filter((held) => {
    const { status, basedOn = [], partOf = [], about = [] } = held.value;
    const names = [...basedOn, ...partOf, ...about].map((reference) => record.resolve(reference, held));
    return status === 'completed' && names.includes(task) && canAnswer(record, task, held);
  });
  for (const held of answers) record.show(held, 'open');
  return answers.toSorted((a, b) => comparePartialDates(a.value.sent ?? null, b.value.sent ?? null));
}

function fromMessage(record: PatientRecord, held: Communication): readonly OpenMatter[] {
  const { value } = held;
  if (value.status === 'preparation') record.setAside(held, 'not-happened');
  if (value.status !== 'in-progress' && value.status !== 'on-hold') return [];
  const cautions = cautionsFor(held);
  const text = messageWords(record, held, cautions);
  if (text === null) return record.refuse(held, 'missing', 'payload');
  record.show(held, 'open');
  const received = readDate(value.received, cautions);
  const recipient = firstNameOf(record, value.recipient, held);
  return [
    {
      ...fact(record, held, cautions, { on: readDate(value.sent, cautions), by: [value.sender] }),
      kind: 'message',
      text,
      urgency: value.priority ?? 'not-stated',
      owner: recipient,
      due: null,
      progress:
        value.status === 'on-hold'
          ? { state: 'on-hold', why: conceptWords(value.statusReason, new Set()) }
          : received === null
            ? { state: 'sent' }
            : { state: 'seen', by: recipient, at: momentOf(value.received) },
    },
  ];
}

/** A moment, or `null` for a date without a time: the screen must not show a time that nobody recorded. */
function momentOf(text: string | undefined): string | null {
  return text !== undefined && precisionOf(text) === 'moment' ? text : null;
}
