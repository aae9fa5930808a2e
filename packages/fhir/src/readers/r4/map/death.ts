import type { Death } from '@ehch/clinical';
import { EXTENSION } from '../../../codes/systems.ts';
import { readDate } from '../../../dates.ts';
import { isObject, textAt } from '../../../entry.ts';
import { conceptCodes, extensionsOf, part } from '../../../extensions.ts';
import type { Cautions } from '../cautions.ts';
import { elementText } from '../elements/words.ts';
import type { Held } from '../record.ts';

const DATA_ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** UKCore-DeathNotificationStatus: 1 is an informal and 2 a formal notice of death. U withdraws a notice. */
const NOTIFIED = new Set(['1', '2']);
const TAKEN_BACK = 'U';

/**
 * Whether the resident has died, as recorded. A date of death that cannot be read still says that the
 * resident died.
 * A notice of death may contradict a field. Then the screen shows both, so that nobody treats a living
 * resident as dead or telephones a dead one.
 */
export function deathOf(patient: Held<'Patient'>, cautions: Cautions): Death {
  const { deceasedBoolean, deceasedDateTime, extension } = patient.value;
  const notices = extensionsOf(extension, EXTENSION.deathNotification).flatMap((notice) => {
    const status = part(notice, 'deathNotificationStatus');
    const codes = conceptCodes(status).map(({ code }) => code);
    const isKnown = codes.some((code) => NOTIFIED.has(code) || code === TAKEN_BACK);
    if (status !== undefined && !isKnown) cautions.leave('death notification', elementText(status));
    return codes;
  });
  const isNotified = notices.some((code) => NOTIFIED.has(code)) && !notices.includes(TAKEN_BACK);
  const saysDied = deceasedDateTime !== undefined || deceasedBoolean === true || hasReasonForNoDate(patient);
  const saysLiving = deceasedBoolean === false;
  if (saysLiving && (isNotified || deceasedDateTime !== undefined)) {
    cautions.add('death-disputed');
    return { state: 'not-stated' };
  }
  if (saysDied && notices.includes(TAKEN_BACK)) cautions.add('death-disputed');
  if (saysDied || isNotified) return { state: 'died', on: readDate(deceasedDateTime, cautions) };
  return { state: saysLiving ? 'living' : 'not-stated' };
}

/**
 * Whether a reason for a missing date of death says that the resident died. "Not applicable" and "unknown" do
 * not.
 */
function hasReasonForNoDate({ raw, value }: Held<'Patient'>): boolean {
  if (value.deceasedDateTime !== undefined || !('_deceasedDateTime' in raw)) return false;
  const field = raw['_deceasedDateTime'];
  const reasons = extensionsOf(isObject(field) ? field['extension'] : undefined, DATA_ABSENT);
  return !reasons.some((reason) => ['not-applicable', 'unknown'].includes(textAt(reason, 'valueCode') ?? ''));
}
