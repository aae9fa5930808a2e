import type { RosterEntry } from '@ehch/sdk/client';
import type { NotFound } from '../../messages/by-hand-state.ts';
import type { Identifiers } from '../../messages/side.ts';
import { sameFamily } from '../identity-check.ts';
import { beginChosen } from './begin-chosen.ts';
import type { Around, ByHand, ByHandGuards } from './by-hand.ts';

/** Who on the list has both identifiers, or why nobody is shown. `sure`: nobody need ask whether it is this one. */
export type Found =
  | { readonly kind: 'found'; readonly found: readonly RosterEntry[]; readonly sure: boolean }
  | { readonly kind: 'not-found'; readonly why: NotFound };

/** Looks somebody up on the list. A new search ends the last choice. */
export function find(asked: Identifiers, around: Around, guards: ByHandGuards): ByHand {
  const result = onList(asked, around.roster, around.now, guards);
  if (result.kind === 'not-found') return result;
  const { found, sure } = result;
  const [first] = found;
  if (sure && first !== undefined) return beginChosen(asked, first, around);
  const { freshContext: ctx, now, ms } = around;
  return { kind: 'choose', ctx, asked, found, since: { now, ms } };
}

/**
 * Compares both identifiers with the list in memory, so no server hears about a person who is no resident.
 *
 * A verified NHS number with its date of birth is sure. A name is not, since two people can share it with their date
 * of birth, and neither is a CHI number, whose list is another country's: a person then looks at who was found.
 */
export function onList(
  asked: Identifiers,
  roster: Around['roster'],
  now: Around['now'],
  { secondIdentifier }: Pick<ByHandGuards, 'secondIdentifier'>,
): Found {
  if (roster.state(now).state !== 'read') return { kind: 'not-found', why: 'no-list' };
  const isBorn = ({ born }: RosterEntry) => !secondIdentifier || born === asked.born;
  if (asked.by === 'name') {
    const found = roster.all().filter((entry) => sameFamily(asked.family, entry.name) && isBorn(entry));
    return found.length === 0 ? nobody('name-not-on-list') : { kind: 'found', found, sure: false };
  }
  const withChi = roster.all().filter(({ chiNumber }) => chiNumber === asked.number);
  const withNumber = asked.by === 'nhs-number' ? roster.find(asked.number) : withChi;
  const [only, ...more] = withNumber;
  if (only === undefined) {
    if (asked.by === 'chi-number') return nobody('number-not-on-list');
    const isOneOfSeveral = ({ nhsNumber }: RosterEntry) =>
      nhsNumber.state === 'several' && nhsNumber.values.includes(asked.number);
    if (roster.all().some(isOneOfSeveral)) return nobody('several-numbers');
    return nobody(withChi.length > 0 ? 'is-a-chi-number' : 'number-not-on-list');
  }
  // As on a page: two records with one number are a doubt that no press can settle.
  if (more.length > 0) return nobody('several-records');
  // A partial date, such as `1941`, cannot agree with a whole one.
  if (secondIdentifier && (only.born === null || only.born.length < 10))
    return nobody('list-has-no-birth-date');
  if (!isBorn(only)) return nobody('birth-date-differs');
  return {
    kind: 'found',
    found: [only],
    sure: asked.by === 'nhs-number' && only.nhsNumber.state === 'verified',
  };
}

const nobody = (why: NotFound): Found => ({ kind: 'not-found', why });
