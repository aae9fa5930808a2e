import type { Handing } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import { shortMoment } from './short-moment.ts';

/** What each component says beside it, where it knows more than its port. */
interface Beside {
  /** Of what is with a server: who has read it. */
  readonly sent: string;
  /** Of what this PC alone has: who does not know of it. */
  readonly notSent?: string;
}

/** What has become of a press, as the end of a sentence: "saved on this PC 14:20. NOT SENT YET." */
export function howFarSent(handing: Handing, now: Instant, { sent, notSent }: Beside): string {
  if (handing.state === 'on-its-way') return 'NOT SENT YET. It is being handed over.';
  if (handing.state === 'not-known')
    return handing.why === 'silent'
      ? 'NOT KNOWN whether it was taken over. Press “Try again”: it is never sent twice.'
      : 'NOT SENT. It could not be handed over.';
  const { receipt } = handing;
  const at = (moment: Instant) => shortMoment(moment, now);
  const alone = notSent === undefined ? '' : ` ${notSent}`;
  switch (receipt.state) {
    case 'held-in-memory':
      return receipt.server === 'none'
        ? 'NOT SENT: there is no server. Lost if this browser closes.'
        : `NOT SENT: lost if this browser closes.${alone}`;
    case 'saved-on-device':
      return receipt.server === 'none'
        ? `kept on this PC ${at(receipt.at)}. NOT SENT: there is no server, so nobody else sees it.`
        : `saved on this PC ${at(receipt.at)}. NOT SENT YET.${alone}`;
    case 'unknown':
      return receipt.isBeingSent === true
        ? 'BEING SENT. It is not known yet whether it has arrived.'
        : 'NOT KNOWN whether it arrived. It is being checked, and never sent twice.';
    case 'sent':
      return receipt.isDeleted === true
        ? `DELETED on the server since ${at(receipt.at)}. Nobody will see it there: ring.`
        : `sent ${at(receipt.at)}. ${sent}`;
    case 'seen':
    case 'answered':
      return `sent ${at(receipt.at)}. ${sent}`;
    case 'refused':
      return `NOT SENT. Refused: ${receipt.why}`;
    case 'given-up':
      return `NOT SENT. Given up by ${receipt.by} ${at(receipt.at)}: ${receipt.why}`;
    default:
      // A port of a later version may say more than this one knows.
      return 'NOT KNOWN whether it was sent.';
  }
}
