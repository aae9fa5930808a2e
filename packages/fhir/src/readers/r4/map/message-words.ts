import type { Caution } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import { conceptWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { joined, lines, words } from '../../../text.ts';
import { THREAD_ACT } from '../../../threads/thread-codes.ts';
import { nameOf } from '../author.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';

type Communication = Held<'Communication'>;

/** The words of a message, with its subject and attachments. */
export function messageWords(
  record: PatientRecord,
  held: Communication,
  cautions: Set<Caution>,
): string | null {
  const { value } = held;
  const said = payloadTexts(record, held, cautions);
  const topics = [value.topic, ...(value.reasonCode ?? []), ...categories(value)].map((concept) =>
    conceptWords(concept, cautions),
  );
  const main = joined(said, ' ');
  const beside = topics.filter((topic) => topic !== null && main?.includes(topic) !== true);
  if (main === null) return joined([...new Set(beside)], ': ');
  const about = [
    ...(value.about ?? []),
    ...(value.partOf ?? []),
    ...(value.basedOn ?? []),
    ...(value.inResponseTo ?? []),
  ]
    // An answer is shown with the task that it answers.
    .filter((reference) => !isHeld(record.resolve(reference, held), 'Task', 'Communication'))
    .map((reference) => words(reference.display) ?? nameOf(record, reference, held));
  const asides = joined([...new Set([...beside, ...about])], '; ');
  return asides === null ? main : `${main} (${asides})`;
}

/** What a press on a thread is, its topic says in words. Its code would say it again, as a code. */
function categories({ category = [] }: Communication['value']) {
  return category.filter(({ coding = [] }) => !coding.some(({ system }) => system === THREAD_ACT));
}

/**
 * How a finished message was delivered: to whom, when it was received, how urgent it was, and what else its
 * sender states.
 */
export function deliveryWords(
  record: PatientRecord,
  held: Communication,
  cautions: Set<Caution>,
): string | null {
  const { priority, status, statusReason } = held.value;
  const names = (held.value.recipient ?? []).map((reference) => nameOf(record, reference, held));
  const to = joined(names, ', ');
  const received = held.value.sent === undefined ? null : readDate(held.value.received, cautions);
  return joined(
    [
      priority === undefined || priority === 'routine' ? null : priority,
      to === null ? null : `to ${to}`,
      received === null ? null : `received ${formatDate(received)}`,
      status === 'unknown' ? 'not known whether it was sent' : null,
      status === 'completed' || status === 'unknown' ? conceptWords(statusReason, cautions) : null,
    ],
    ', ',
  );
}

/** What was written or attached, without the subject. */
export function payloadTexts(
  record: PatientRecord,
  held: Communication,
  cautions: Set<Caution>,
): readonly string[] {
  return (held.value.payload ?? []).flatMap((part) => payloadWords(record, held, part, cautions));
}

type Payload = NonNullable<Communication['value']['payload']>[number];

function payloadWords(
  record: PatientRecord,
  held: Communication,
  { contentString, contentAttachment, contentReference }: Payload,
  cautions: Set<Caution>,
): readonly string[] {
  const name = words(contentReference?.display) ?? nameOf(record, contentReference, held);
  const made = readDate(contentAttachment?.creation, cautions);
  const file =
    contentAttachment === undefined
      ? null
      : joined([
          'attached:',
          words(contentAttachment.title) ?? 'a file',
          made === null ? null : formatDate(made),
        ]);
  const reference = contentReference === undefined ? null : `attached: ${name ?? 'a record'}`;
  return [lines(contentString), file, reference].flatMap((part) => part ?? []);
}
