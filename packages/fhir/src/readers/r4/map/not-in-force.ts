import type { Caution, Recorded } from '@ehch/clinical';
import { isSurelyOlder, type PartialDate } from '@ehch/clinical/time';
import { byCode } from '../../../by-code.ts';
import { textOf } from '../../../computed/written.ts';
import type { RecordedText, TextPart } from '../../../recorded-view.ts';
import { byNewest } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { cautionWhenOverInWords } from './end-in-words.ts';

/** R4 statuses in which a record does not apply today, whatever else it states, in words that follow it. */
const WORDS = byCode<string>({
  cancelled: 'cancelled',
  completed: 'completed',
  draft: 'a draft',
  inactive: 'no longer active',
  preparation: 'only prepared',
  proposed: 'only proposed',
  registered: 'registered only',
  rejected: 'rejected',
  remission: 'in remission',
  resolved: 'resolved',
  revoked: 'revoked',
  stopped: 'stopped',
});

/** For a form that its author gave up (R4 questionnaire-answers-status `stopped`). */
export const UNFINISHED_FORM = 'stopped before the form was finished';

/**
 * Why a decision or a wish is not in force by its own status, in words. `null`: its status does not prevent
 * it.
 * A cancelled decision or a draft decides nothing, and is shown all the same: whoever asks about the
 * resident's limits must know that there was one. [P] A record entered in error is shown nowhere
 * (clinical rule 16).
 */
export function whyNotInForce(status: string | undefined): string | null {
  return WORDS[status ?? ''] ?? null;
}

/** The same, to follow a statement: "Not for CPR: cancelled, not in force today". */
export function notInForceToday(why: string | null): string {
  return why === null ? '' : `: ${why}, not in force today`;
}

/** The words of a fact, with how it stands at the end. */
export function withStanding(text: string | readonly TextPart[], why: string | null) {
  if (why === null) return text;
  return [...(typeof text === 'string' ? [text] : text), notInForceToday(why)];
}

/** A decision or a wish, and whether its status lets it apply. */
export interface Standing<F extends Pick<Recorded, 'on' | 'id'>> {
  readonly held: Held;
  readonly told: F;
  /** What it decides about, to compare it with others: the words of its title or code. */
  readonly subject: string | null;
  readonly notInForce: string | null;
}

/**
 * Facts for the limits, newest first, with those not in force at the end. These are shown unless another firm
 * record has decided about the same subject since.
 */
export function inForceFirst<F extends Pick<Recorded, 'on' | 'id' | 'cautions'> & Worded>(
  record: PatientRecord,
  rows: readonly Standing<F>[],
): readonly F[] {
  const inForce = rows.flatMap((row) =>
    row.notInForce === null ? { ...row, told: unlessOverInWords(record, row.told) } : [],
  );
  const over = rows.filter((row) => {
    if (row.notInForce === null) return false;
    const isDecidedSince = inForce.some(
      ({ subject, told }) =>
        subject === row.subject && isFirm(told.cautions) && isMadeSince(row.told.on, told.on),
    );
    if (isDecidedSince) record.setAside(row.held, 'not-in-force');
    return !isDecidedSince;
  });
  for (const { held } of [...inForce, ...over]) record.show(held, 'limits');
  return [inForce, over].flatMap((part) => part.map(({ told }) => told).toSorted(byNewest));
}

interface Worded {
  readonly text: RecordedText;
}

/** The fact, with a caution where its own words end it. */
function unlessOverInWords<F extends Pick<Recorded, 'cautions'> & Worded>(record: PatientRecord, told: F): F {
  const cautions = new Set(told.cautions);
  cautionWhenOverInWords([textOf(told.text)], record, cautions);
  return { ...told, cautions: [...cautions] };
}

/** Cautions under which a record may not be what it says of this resident today. */
const MISTAKES: readonly Caution[] = [
  'unknown-modifier',
  'mistaken-in-words',
  'contradicts-itself',
  'past-its-date',
  'test-data',
];

/** Cautions under which a decision may not stand, so that another must not give way to it. */
const DOUBTS: readonly Caution[] = ['unconfirmed', ...MISTAKES];

/** Cautions under which a reading may not be one, so that another must not give way to it. */
const MISREAD: readonly Caution[] = ['implausible', 'unit-conflict', ...MISTAKES];

/** Whether a decision may replace another. A doubtful one must not remove a clear one from the screen. */
export function isFirm(cautions: Iterable<Caution>): boolean {
  return ![...cautions].some((one) => DOUBTS.includes(one));
}

/** Whether a reading may replace another. One that nobody has confirmed yet may: it speaks of the present. */
export function isOwnReading(cautions: Iterable<Caution>): boolean {
  return ![...cautions].some((one) => MISREAD.includes(one));
}

/** Whether another record certainly came after this end or cancellation. */
export function isMadeSince(end: PartialDate | null, on: PartialDate | null): boolean {
  return isSurelyOlder(end, on) || (end !== null && end === on);
}
