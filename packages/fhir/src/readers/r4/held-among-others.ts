import type { Caution } from '@ehch/clinical';
import type { PartialDate } from '@ehch/clinical/time';
import type { Entry, JsonObject } from '../../entry.ts';
import {
  isAfterDeath,
  isBeforeBirth,
  isOfNoAge,
  isOutOfOrder,
  withoutImpossibleEnds,
} from './impossible-dates.ts';
import { withoutForeign } from './contained.ts';
import { isOfForeignVisit, withoutForeignNames } from './foreign-names.ts';
import { hold } from './hold.ts';
import type { AddressAmongOthers } from './patient-address.ts';
import { RESOURCES, type ReadableType } from './resources/index.ts';

/** What the reading of one record needs to know of the others. */
export interface Others {
  readonly address: AddressAmongOthers;
  readonly foreign: ReadonlySet<string>;
  /** The resident's birth, where it is known. */
  readonly born: PartialDate | null;
  /** The recorded day of death, where there is one. */
  readonly died: PartialDate | null;
  /** Today in London. */
  readonly today: string;
}

/** One record as it arrived. */
interface Arrived {
  readonly raw: JsonObject;
  readonly entry: Entry;
  readonly key: string;
  readonly isRival: boolean;
}

/**
 * Reads one record without what belongs to others, and with the doubts that the other records, its place among
 * them, or its way to the server cast on it.
 */
export function heldAmongOthers(
  type: ReadableType,
  { raw, entry, key, isRival }: Arrived,
  { address, foreign, born, died, today }: Others,
): ReturnType<typeof hold> {
  const lent = withoutForeign(entry, withoutForeignNames(entry, raw, foreign), address);
  const isOfResident = RESOURCES[type].subject !== null || type === 'Patient';
  const ended = isOfResident
    ? withoutImpossibleEnds(lent.raw, born)
    : { raw: lent.raw, more: [], isTurned: false, isTooOld: false };
  const held = hold(type, ended.raw, key, entry.fullUrl);
  if ('why' in held) return held;
  const isDisputed =
    isOfForeignVisit(entry, raw, foreign) || ended.isTurned || (isOfResident && isOutOfOrder(raw));
  const doubts: readonly (Caution | undefined)[] = [
    isDisputed ? 'contradicts-itself' : undefined,
    ended.isTooOld || (isOfResident && isBeforeBirth(raw, born)) ? 'before-birth' : undefined,
    isOfResident && isAfterDeath(raw, died) ? 'after-death' : undefined,
    isOfResident && isOfNoAge(raw, born, today) ? 'implausible' : undefined,
    entry.unsent,
    isRival ? 'two-versions' : undefined,
  ];
  return {
    ...held,
    cautions: [...held.cautions, ...doubts.filter((doubt) => doubt !== undefined)],
    more: [...held.more, ...lent.more, ...ended.more],
    ...(isRival && { isRival: true }),
  };
}
