import { formatDate } from '@ehch/clinical/display';
import { byCode } from '../../../by-code.ts';
import { readDate } from '../../../dates.ts';
import { cautionPeriods, startsLater } from '../../../names.ts';
import { joined, words } from '../../../text.ts';
import type { Cautions } from '../cautions.ts';
import type { ContactPoint } from '../datatypes.ts';
import { hasEndedNow, type Present } from './passed.ts';

/**
 * Leaves to "more in the record" contact details that are no telephone number in use. The screen is for
 * telephone calls.
 */
export function leaveOtherTelecom(
  telecom: readonly ContactPoint[] | undefined,
  present: Present,
  cautions: Cautions,
): void {
  cautionPeriods(telecom, cautions);
  for (const point of telecom ?? []) {
    const isPhone = point.system === 'phone' || point.system === 'sms';
    const not = whyNotRung(point, present);
    if (isPhone && not === null) continue;
    cautions.leave(joined([point.system ?? 'contact detail', not]) ?? '', words(point.value));
  }
}

/** Why a number is not to be rung now. `null`: it is in use. */
function whyNotRung(point: ContactPoint, present: Present): string | null {
  const end = readDate(point.period?.end, new Set());
  if (point.use === 'old' || hasEndedNow(point, present))
    return `no longer in use${end === null ? '' : `, until ${formatDate(end)}`}`;
  return startsLater(point, present.today) ? 'from a later day' : null;
}

/** Where a number rings (R4 contact-point-use). */
const USES = byCode<string>({
  home: 'home',
  work: 'work',
  temp: 'temporary',
  mobile: 'mobile',
});

/** Telephone numbers in use, the preferred one first, each with the place where it rings. */
export function phonesOf(telecom: readonly ContactPoint[] | undefined, present: Present): readonly string[] {
  return (
    (telecom ?? [])
      .filter(
        (point) =>
          (point.system === 'phone' || point.system === 'sms') && whyNotRung(point, present) === null,
      )
      // R4 ContactPoint.rank: 1 is the most preferred. Numbers without a rank come last.
      .toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))
      .flatMap(({ value, use }) => {
        const number = words(value);
        if (number === null) return [];
        const place = USES[use ?? ''];
        return [place === undefined ? number : `${number} (${place})`];
      })
  );
}
