import type { DraftKept, Receipt } from '@ehch/clinical';
import type { Keeping } from '@ehch/clinical/session';
import { formatTime } from '@ehch/clinical/display';
import { errorWords } from '../internal/section-words.ts';

// What became of the answers, in words. Each is the plain truth of this moment; none calls good what is only done.

/** Why a port could not do what it was asked. */
export function troubleWords(error: unknown): string {
  // By name: the error may come from another copy of the kit. Its message is not for this reader.
  const known = typeof error === 'object' && error !== null && 'name' in error && error.name === 'EhchError';
  return known && 'code' in error
    ? errorWords({ code: error.code as Parameters<typeof errorWords>[0]['code'] })
    : 'no reason was given';
}

/** Whether a port did not answer in time: what it did is not known, and has not failed (S6). */
export function isUnheard(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'timeout';
}

/** "Not finished: no connection", or that it is not known whether it was. */
export function notDoneWords(done: 'finished' | 'kept' | 'done', failure: unknown): string {
  return `${isUnheard(failure) ? 'Not known to be' : 'Not'} ${done}: ${failureWords(failure)}`;
}

/** Why finishing did not come about: what the port threw, or the receipt of its refusal. */
function failureWords(failure: unknown): string {
  const said = typeof failure === 'object' && failure !== null && 'why' in failure ? failure.why : null;
  return typeof said === 'string' ? said : troubleWords(failure);
}

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
  }
}
