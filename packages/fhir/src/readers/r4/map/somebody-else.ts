import { nameOf } from '../author.ts';
import type { Reference } from '../datatypes.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';

/** A reference, and the record that has it. */
type Named = readonly [reference: Reference | undefined, from: Held];

/**
 * Whether two references surely name two parties: both names are known and differ, and nothing else shows
 * that they are the same. A person who writes for the home that asked is no other party than the home.
 */
export function isSomebodyElse(record: PatientRecord, one: Named, other: Named): boolean {
  const a = partyOf(record, one);
  const b = partyOf(record, other);
  if (a.name === undefined || b.name === undefined) return false;
  if (a.name.includes(b.name) || b.name.includes(a.name)) return false;
  return ![...a.keys, a.home].some((key) => b.keys.includes(key)) && !a.keys.includes(b.home);
}

function partyOf(record: PatientRecord, [reference, from]: Named) {
  const target = record.resolve(reference, from);
  const role = isHeld(target, 'PractitionerRole') ? target.value : {};
  const keys = [reference, role.practitioner].map(addressOf).filter((key) => key !== undefined);
  return {
    keys,
    home: addressOf(role.organization) ?? '',
    name: nameOf(record, reference, from)?.toLowerCase(),
  };
}

/**
 * The address without the server and the version, because two spellings of one address must not look like two
 * parties.
 */
function addressOf(reference: Reference | undefined): string | undefined {
  return reference?.reference?.split('/_history')[0]?.split('/').slice(-2).join('/');
}
