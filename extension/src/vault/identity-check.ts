import type { NhsNumberRecord, PersonName } from '@ehch/clinical';
import type { OnScreen } from '../messages/page.ts';
import type { BlockReason, IdentityField, IdentityWarning } from '../messages/side-state.ts';

/** A record whose NHS number is the one on screen. */
export interface Candidate {
  readonly name: PersonName | null;
  readonly born: string | null;
  readonly nhsNumber: NhsNumberRecord;
}

/** `confirm` shows nothing until the user has compared both sides; `block` shows nothing at all. */
export type IdentityResult =
  | { readonly kind: 'match'; readonly warns: readonly IdentityWarning[] }
  | { readonly kind: 'confirm'; readonly warns: readonly IdentityWarning[] }
  | {
      readonly kind: 'block';
      readonly why: BlockReason;
      readonly differs: readonly IdentityField[];
    };

/**
 * Compares the person on the host's screen with the records that carry that NHS number.
 *
 * NHS number and date of birth must both agree; a number alone is never enough (NHS digital service manual). Another
 * name is only a warning, because names change and have many spellings. The user then compares both.
 */
export function checkIdentity(onScreen: OnScreen, records: readonly Candidate[]): IdentityResult {
  // The order matters: a doubt about the number or the date of birth always comes before one about the name.
  const [record, ...more] = records;
  if (!record) return { kind: 'block', why: 'differs', differs: ['nhs-number'] };
  if (more.length > 0) return { kind: 'block', why: 'several-records', differs: [] };
  if (onScreen.born === null) return { kind: 'block', why: 'host-shows-no-birth-date', differs: ['born'] };
  // A partial date, such as `1941` or `1941-07`, cannot agree with a whole one.
  if (record.born === null || record.born.length < 10)
    return { kind: 'block', why: 'record-has-no-birth-date', differs: ['born'] };
  if (onScreen.born !== record.born) return { kind: 'block', why: 'differs', differs: ['born'] };
  const warns: IdentityWarning[] = [];
  if (record.nhsNumber.state !== 'verified') warns.push('number-not-verified');
  if (onScreen.family === null) warns.push('host-shows-no-name');
  else if (!sameFamily(onScreen.family, record.name)) warns.push('name-differs');
  return warns.length > 0 ? { kind: 'confirm', warns } : { kind: 'match', warns };
}

/** Whether two family names are the same apart from case, accents, apostrophes, hyphens and spaces. */
export function sameFamily(onScreen: string, name: PersonName | null): boolean {
  const recorded = folded(name?.family ?? name?.text ?? '');
  // A dash or a question mark says that the name is not known, so two of them are no name in common.
  return recorded !== '' && folded(onScreen) === recorded;
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}]/gu, '')
    .toLocaleLowerCase('en-GB');
}
