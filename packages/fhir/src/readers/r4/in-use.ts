import { formatDate } from '@ehch/clinical/display';
import { byCode } from '../../by-code.ts';
import { readDate } from '../../dates.ts';
import { startsLater } from '../../names.ts';
import { joined, words } from '../../text.ts';
import { hasEndedNow } from './map/passed.ts';
import { isHeld, type Held, type PatientRecord } from './record.ts';

/**
 * Why a person, role, organisation or place is not in use today, in words that follow its name. `null`:
 * nothing says so. Whoever is not in use is named and not offered to be rung.
 */
export function whyNotInUse(record: PatientRecord, held: Held | null): string | null {
  if (held === null) return null;
  const own = ownReasonOf(record, held);
  if (own !== null || !isHeld(held, 'PractitionerRole')) return own;
  const [person, organisation] = [held.value.practitioner, held.value.organization].map((one) => {
    const named = record.resolve(one, held);
    // A role is neither a person nor an organisation, and one that names itself would never end.
    return isHeld(named, 'PractitionerRole') ? null : whyNotInUse(record, named);
  });
  if (person !== null && person !== undefined) return person;
  return organisation === null || organisation === undefined ? null : `organisation ${organisation}`;
}

/** R4 marks staff, roles and organisations by `active`, and places and devices by `status`. */
const NO_LONGER = 'no longer in use';

function ownReasonOf(record: PatientRecord, held: Held): string | null {
  if (!isHeld(held, 'Practitioner', 'PractitionerRole', 'Organization', 'RelatedPerson'))
    return isHeld(held, 'Location')
      ? placeStanding(held)
      : isHeld(held, 'Device')
        ? statusWords(held.value.status)
        : null;
  if (held.value.active === false) return NO_LONGER;
  const over = isHeld(held, 'PractitionerRole', 'RelatedPerson') ? termWords(record, held.value) : null;
  // A modifier that nobody here understands may say just that.
  return over ?? (held.cautions.includes('unknown-modifier') ? 'with a condition not understood here' : null);
}

/** A role that has ended, or has not begun. */
function termWords(record: PatientRecord, value: Term): string | null {
  if (hasEndedNow(value, record)) return `until ${day(value.period?.end)}, which has passed`;
  return startsLater(value, record.today) ? `only from ${day(value.period?.start)}` : null;
}

type Term = Parameters<typeof hasEndedNow>[0] & Parameters<typeof startsLater>[0];

function day(text: string | undefined): string {
  const date = readDate(text, new Set());
  return date === null ? (text ?? '') : formatDate(date);
}

/** R4 location-status and device-status, apart from `active`. */
function statusWords(status: string | undefined): string | null {
  if (status === undefined || status === 'active') return null;
  return status === 'inactive' ? NO_LONGER : `recorded as ${status.replaceAll('-', ' ')}`;
}

/** Occupied (v2-0116): as everybody expects of a resident's room. */
const OCCUPIED = 'O';

/** The states of a bed (v2-0116), for a code without words. */
const BED_STATES = byCode<string>({
  C: 'closed',
  H: 'in housekeeping',
  I: 'isolated',
  K: 'contaminated',
  U: 'unoccupied',
});

function placeStanding({ value, cautions }: Held<'Location'>): string | null {
  const { system, code = '', display } = value.operationalStatus ?? {};
  // Another system may mean something else by the same letter.
  const isBedState = system === undefined || system.endsWith('/v2-0116');
  const bed = (isBedState ? BED_STATES[code] : null) ?? words(display)?.toLowerCase() ?? words(code);
  return joined(
    [
      statusWords(value.status),
      bed === null || (isBedState && code === OCCUPIED) ? null : `recorded as ${bed}`,
      // R4 location-mode `kind`: it describes such places, and is not one of them.
      value.mode === 'kind' ? 'a kind of place' : null,
      cautions.includes('unknown-modifier') ? 'with a condition not understood here' : null,
    ],
    ', ',
  );
}
