import type { Caution, Death } from '@ehch/clinical';
import { EXTENSION } from '../../../codes/systems.ts';
import { readDate } from '../../../dates.ts';
import { conceptCodes, extensionsOf, part } from '../../../extensions.ts';
import type { Held } from '../record.ts';

/** UKCore-DeathNotificationStatus: 1 informal, 2 formal notice of death; U takes it back. */
const NOTIFIED = new Set(['1', '2']);

/** Whether the resident has died, as recorded. A date that cannot be read still says that she died. */
export function deathOf(patient: Held<'Patient'>, care: Set<Caution>): Death {
  const { deceasedBoolean, deceasedDateTime, extension } = patient.value;
  const dateIsAbsentWithReason = '_deceasedDateTime' in patient.raw;
  if (deceasedDateTime !== undefined) return { state: 'died', on: readDate(deceasedDateTime, care) };
  if (deceasedBoolean === true || dateIsAbsentWithReason) return { state: 'died', on: null };
  if (deceasedBoolean === false) return { state: 'living' };
  const notice = extensionsOf(extension, EXTENSION.deathNotification)[0];
  const notified = conceptCodes(part(notice, 'deathNotificationStatus')).some(({ code }) =>
    NOTIFIED.has(code),
  );
  return notified ? { state: 'died', on: null } : { state: 'not-stated' };
}
