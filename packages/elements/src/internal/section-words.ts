import type { Caution, EhchErrorCode, Gap, Recorded, SectionError, WithheldReason } from '@ehch/clinical';
import { plain } from './text.ts';

// The words of states that every section can be in. Four sentences that must never be confused: failed is not
// none, withheld is not empty, not recorded is not "no", and unknown is none of them.

export const WITHHELD: Record<WithheldReason, string> = {
  role: 'withheld for your role',
  consent: 'withheld: sharing is not agreed',
  restricted: 'withheld: the record is restricted',
  unstated: 'withheld: the source gave no reason',
};

/** Codes whose own words would not tell a reader what to do. */
const ERROR: Partial<Record<EhchErrorCode, string>> = {
  unreachable: 'no connection',
  timeout: 'no answer in time',
  'signed-out': 'sign in again',
  forbidden: 'the source refused',
  malformed: 'answer not understood',
  'two-people': 'two people answer to this, so nobody is shown',
  unsupported: 'answer in a form that is not read here',
  'not-offered': 'this server keeps no such records',
  'not-kept': 'this device could not keep it',
  locked: 'locked on this device',
  overtaken: 'another window has taken over, or this browser closed what it keeps: reload this page',
  'newer-release': 'a newer release wrote the records on this PC: reload the page to get it',
};

export function errorWords({ code }: SectionError): string {
  return ERROR[code] ?? plain(code);
}

export const CAUTION: Record<Caution, string> = {
  'unknown-modifier': 'The record carries a condition that is not understood here and may change its meaning',
  'partly-unreadable': 'Part of this record could not be read',
  unconfirmed: 'Unconfirmed',
  'code-only': 'Recorded as a code without words',
  'reference-missing': 'A record that would say more could not be found',
  converted: 'Rounded or converted from another unit',
  implausible: 'Implausible, shown as recorded',
  'other-unit': 'In another unit, shown as recorded',
  'unit-conflict': 'The record names two units for it, shown as recorded',
  'past-its-date': 'Past its date',
  replaced: 'This record was replaced by another one. Look there',
  'not-in-use': 'The source marks this record as no longer in use. Look for a newer one',
  'other-record': 'Another record tells more about this person. Look there too',
  'death-disputed': 'The record says both that this person is living and that a death was notified. Find out',
  'two-versions': 'The source holds two versions that differ, and neither is known to be newer',
  'future-dated': 'Its date is in the future',
  'before-birth': 'Dated before the birth',
  'after-death': 'Dated after the recorded death. Find out which is right',
  'contradicts-itself': 'This record contradicts itself',
  contradicted: 'Another record here says otherwise',
  'mistaken-in-words': 'Called a mistake in words, and not marked as one',
  'test-data': 'The source marks this as test data, which may be about nobody',
  'not-sent': 'Signed here, NOT SENT. Nobody else can read it yet',
  'arrival-not-known': 'Signed here. Whether it arrived is not known yet',
};

export function gapWords({ why, what }: Gap): string {
  switch (why) {
    case 'unreadable':
      return `${what} could not be read`;
    case 'failed':
      return `${what} could not be loaded`;
    case 'withheld':
      return `${what} withheld`;
    case 'more':
      return `the source holds more: ${what}`;
    case 'loading':
      return `${what} still loading`;
    case 'not-offered':
      return `this server keeps no ${what}`;
  }
}

/** "Dr A. Rahman, GP", or what of it is known. */
export function authorWords(by: Recorded['by']): string | null {
  if (by === null) return null;
  return [by.name, by.role].filter(Boolean).join(', ') || null;
}
