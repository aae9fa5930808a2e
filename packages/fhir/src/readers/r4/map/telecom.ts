import { hasEnded, startsLater } from '../../../names.ts';
import { words } from '../../../text.ts';
import type { Cautions } from '../cautions.ts';
import type { ContactPoint } from '../datatypes.ts';

/** What reaches somebody and is no telephone: it has no place on a card that rings people, and is said to exist. */
export function leaveOtherTelecom(
  telecom: readonly ContactPoint[] | undefined,
  today: string,
  cautions: Cautions,
): void {
  for (const point of telecom ?? []) {
    const isPhone = point.system === 'phone' || point.system === 'sms';
    if (point.use === 'old' || hasEnded(point, today)) continue;
    const isLater = startsLater(point, today);
    if (isPhone && !isLater) continue;
    cautions.leave(
      `${point.system ?? 'contact detail'}${isLater ? ' from a later day' : ''}`,
      words(point.value),
    );
  }
}

/** Where a number rings (R4 contact-point-use). */
const USES: Readonly<Record<string, string>> = {
  home: 'home',
  work: 'work',
  temp: 'temporary',
  mobile: 'mobile',
};

/** Numbers to ring, the preferred first, each with where it rings. */
export function phonesOf(telecom: readonly ContactPoint[] | undefined, today: string): readonly string[] {
  return (telecom ?? [])
    .filter(
      (point) =>
        (point.system === 'phone' || point.system === 'sms') &&
        point.use !== 'old' &&
        !hasEnded(point, today) &&
        !startsLater(point, today),
    )
    .toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))
    .flatMap(({ value, use }) => {
      const number = words(value);
      if (number === null) return [];
      return [use !== undefined && Object.hasOwn(USES, use) ? `${number} (${USES[use]})` : number];
    });
}
