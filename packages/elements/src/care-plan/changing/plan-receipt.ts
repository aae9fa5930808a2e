import type { HandedLine, PlanStop } from '@ehch/clinical/session';
import { isDeciding, planKind } from '@ehch/clinical/care-plan';
import type { PlanLineKind } from '@ehch/clinical/care-plan';
import type { Instant } from '@ehch/clinical/time';
import { mergedWords } from '../../internal/merged-words.ts';
import { shortMoment } from '../../internal/short-moment.ts';
import type { PlanDesk } from './plan-desks.ts';

/** What is true about one saving, in words, and whether the other side has it. */
export interface PlanReceiptWords {
  readonly words: string;
  readonly isSent: boolean;
}

/** The truth about one saving. "Sent" is neutral: it does not say that somebody has read it. */
export function receiptOfLine({ what, handing }: HandedLine, now: Instant): PlanReceiptWords {
  const at = (moment: Instant) => shortMoment(moment, now);
  const did = didWords(what);
  // A decision that no server has is in force nowhere, and nobody may take "saved" for it.
  const notSent = (words: string) => unsent(isDeciding(what) ? `${words} It is NOT IN FORCE.` : words);
  if (handing.state === 'on-its-way') return notSent(`${did}: NOT SAVED YET. It is being handed over.`);
  if (handing.state === 'not-known')
    return handing.why === 'silent'
      ? unsent(`${did}: NOT KNOWN whether it was saved. “Try again” never saves it twice.`)
      : notSent(`${did}: NOT SAVED. It could not be handed over.`);
  const { receipt } = handing;
  switch (receipt.state) {
    case 'held-in-memory':
      return receipt.server === 'none'
        ? unsent(`${did}: in memory only, lost if this browser closes.`)
        : notSent(`${did}: NOT SENT, and lost if this browser closes.`);
    case 'saved-on-device':
      return receipt.server === 'none'
        ? { words: `${did}: saved on this PC ${at(receipt.at)}.`, isSent: true }
        : notSent(`${did}: saved on this PC ${at(receipt.at)}. NOT SENT YET.`);
    case 'unknown':
      return unsent(
        receipt.isBeingSent === true
          ? `${did}: BEING SENT. It is not known yet whether it has arrived.`
          : `${did}: NOT KNOWN whether it arrived. It is being checked, and never sent twice.`,
      );
    case 'sent':
      if (receipt.isDeleted === true)
        return notSent(`${did}: DELETED on the server since ${at(receipt.at)}. Nobody can read it there.`);
      return {
        words: [`${did}: sent ${at(receipt.at)}. Others can read it.`, ...mergedWords(receipt, now)].join(
          ' ',
        ),
        isSent: true,
      };
    case 'seen':
    case 'answered':
      return { words: `${did}: seen by ${receipt.by} ${at(receipt.at)}.`, isSent: true };
    case 'refused':
      return notSent(`${did}: NOT SAVED. Refused: ${receipt.why}`);
    case 'given-up':
      return notSent(`${did}: NOT SENT. Given up by ${receipt.by} ${at(receipt.at)}: ${receipt.why}`);
    default:
      // A port of a later version may say more than this one knows.
      return unsent(`${did}: NOT KNOWN whether it was sent.`);
  }
}

const unsent = (words: string): PlanReceiptWords => ({ words, isSent: false });

function didWords(what: HandedLine['what']): string {
  if (what.act === 'propose') return 'Proposal';
  if (what.act === 'end') return 'Ending';
  return isDeciding(what) ? 'Decision' : 'Change';
}

/** For the live region: what became of the savings of this resident, and what changed elsewhere. */
export function newsOf(desk: PlanDesk, now: Instant): string {
  const { handed, open } = desk.controller.session;
  return [
    ...(open.some(({ theirs, isGone }) => theirs !== null || isGone)
      ? ['Changed elsewhere while you wrote.']
      : []),
    ...handed.slice(-1).map((one) => receiptOfLine(one, now).words),
  ].join(' ');
}

/** What stands in the way of saving, in words. */
export function stopWords(stop: PlanStop, kind: PlanLineKind): string {
  const named = (fields: readonly string[]) =>
    fields.map((name) => planKind(kind).fields[name]?.label ?? planKind(kind).title).join(', ');
  switch (stop.kind) {
    case 'nothing-changed':
      return 'Nothing is changed yet.';
    case 'missing':
      return `Still to be said: ${named(stop.fields)}.`;
    case 'unreadable':
      return `This is no day that can be read: ${named(stop.fields)}.`;
    case 'dispute':
      return `Choose one side first: ${named(stop.fields)}.`;
    case 'gone':
      return 'This was ended elsewhere while you wrote.';
    case 'no-presser':
      return 'Write your own name first.';
    case 'no-decider':
      return 'Say who decided, and when.';
    case 'decided-ahead':
      return 'A day that is still to come: nobody has decided yet.';
    case 'day-passed':
      return `“${named([stop.field])}” is a day that has passed. Write today, or a day to come.`;
  }
}
