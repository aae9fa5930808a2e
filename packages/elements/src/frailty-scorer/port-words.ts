import type { DraftKept, Receipt } from '@ehch/clinical';
import type { Keeping } from '@ehch/clinical/session';
import { formatTime } from '@ehch/clinical/display';
import type { Instant } from '@ehch/clinical/time';
import { mergedWords } from '../internal/merged-words.ts';
import { shortMoment } from '../internal/short-moment.ts';
import { notDoneWords } from '../internal/trouble-words.ts';

// What became of the answers, in words. Each is the plain truth of this moment; none calls good what is only done.

/** How kept the answers are. */
export function keepingWords(keeping: Keeping, now: Instant): string {
  switch (keeping.state) {
    case 'nowhere':
      return 'Nothing is kept: lost when this form or page closes';
    case 'nothing-yet':
      return '';
    case 'saving':
      return 'Saving';
    case 'kept':
      return keptWords(keeping.kept, now);
    case 'overtaken':
      return 'Not kept: this form was changed elsewhere';
    case 'failed':
      return notDoneWords('kept', keeping.error);
  }
}

function keptWords(kept: DraftKept, now: Instant): string {
  return kept.where === 'device'
    ? `Saved on this device ${shortMoment(kept.at, now)}`
    : 'Kept only while this page is open';
}

/** What became of what was finished. `null`: it was handed to the page, and no port says more. */
export function receiptWords(receipt: Receipt | null, now: Instant): string {
  switch (receipt?.state) {
    case undefined:
      return 'Handed to this page. Whether it was kept is not known here.';
    case 'held-in-memory':
      return receipt.server === 'none'
        ? 'LOST if this browser closes. Nothing leaves this PC.'
        : 'NOT SENT: lost if this browser closes';
    case 'saved-on-device':
      if (receipt.server === 'none')
        return `Saved on this PC ${shortMoment(receipt.at, now)}. Nothing leaves this PC.`;
      return `Saved on this device ${shortMoment(receipt.at, now)}, not sent`;
    case 'unknown':
      return 'Being sent, or being checked: whether it arrived is not known yet. Do not write it again.';
    case 'sent':
      if (receipt.isDeleted === true)
        return `Sent ${shortMoment(receipt.at, now)}. Somebody has deleted it from the record since.`;
      return [
        `Sent ${shortMoment(receipt.at, now)}. Nobody has seen it yet.`,
        ...mergedWords(receipt, now),
      ].join(' ');
    case 'seen':
      return `Seen by ${receipt.by} ${shortMoment(receipt.at, now)}`;
    case 'answered': {
      const promised =
        receipt.promisedBy === null ? '' : `, promised by ${shortMoment(receipt.promisedBy, now)}`;
      return `Answered by ${receipt.by} ${shortMoment(receipt.at, now)}${promised}`;
    }
    case 'refused':
      return `Refused: ${receipt.why}`;
    case 'given-up':
      return `Given up by ${receipt.by} ${formatTime(receipt.at)}, not sent: ${receipt.why}`;
  }
}

/**
 * What a copy and a sheet say of something signed that is not on the server, or not known to be. It is true for as long as the
 * paper lasts. `null`: the server has it, or the page alone was told.
 */
export function notSentWords(receipt: Receipt | null): string | null {
  switch (receipt?.state) {
    case undefined:
    case 'sent':
    case 'seen':
    case 'answered':
      return null;
    case 'unknown':
      return 'When this was made, it was not known whether it had been sent. Look in the record.';
    default:
      return 'NOT SENT when this was made: it stood in no record that others can read.';
  }
}
