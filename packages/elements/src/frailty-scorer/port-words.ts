import type { DraftKept, Receipt } from '@ehch/clinical';
import type { Keeping } from '@ehch/clinical/session';
import { formatTime } from '@ehch/clinical/display';
import { notDoneWords } from '../internal/trouble-words.ts';

// What became of the answers, in words. Each is the plain truth of this moment; none calls good what is only done.

/** How kept the answers are. */
export function keepingWords(keeping: Keeping): string {
  switch (keeping.state) {
    case 'nowhere':
      return 'Nothing is kept: lost when this form or page closes';
    case 'nothing-yet':
      return '';
    case 'saving':
      return 'Saving';
    case 'kept':
      return keptWords(keeping.kept);
    case 'overtaken':
      return 'Not kept: this form was changed elsewhere';
    case 'failed':
      return notDoneWords('kept', keeping.error);
  }
}

function keptWords(kept: DraftKept): string {
  return kept.where === 'device'
    ? `Saved on this device ${formatTime(kept.at)}`
    : 'Kept only while this page is open';
}

/** What became of what was finished. `null`: it was handed to the page, and no port says more. */
export function receiptWords(receipt: Receipt | null): string {
  switch (receipt?.state) {
    case undefined:
      return 'Handed to this page. Whether it was kept is not known here.';
    case 'held-in-memory':
      return 'NOT SENT: lost if this browser closes';
    case 'saved-on-device':
      return `Saved on this device ${formatTime(receipt.at)}, not sent`;
    case 'unknown':
      return 'Whether it arrived is not known. It is being checked, not sent again.';
    case 'sent':
      return `Sent ${formatTime(receipt.at)}. Nobody has seen it yet.`;
    case 'seen':
      return `Seen by ${receipt.by} ${formatTime(receipt.at)}`;
    case 'answered': {
      const promised = receipt.promisedBy === null ? '' : `, promised by ${formatTime(receipt.promisedBy)}`;
      return `Answered by ${receipt.by} ${formatTime(receipt.at)}${promised}`;
    }
    case 'refused':
      return `Refused: ${receipt.why}`;
    case 'given-up':
      return `Given up by ${receipt.by} ${formatTime(receipt.at)}, not sent: ${receipt.why}`;
  }
}
