import type { Instant } from '@ehch/clinical/time';
import type { TypeOutcome } from '@ehch/fhir';

/**
 * Tells by the page's clock when a kind was read, or could not be. A pull notes moments by the device's clock, and a page may show another one, as a
 * demonstration does. Only a moment that has passed here and lies ahead there is moved. Where both are one clock nothing is, so
 * a clock that was set back still shows.
 *
 * @param now by the page's clock
 * @param deviceNow by the device's clock
 */
export function byClockOfPage(outcome: TypeOutcome, now: Instant, deviceNow: Instant): TypeOutcome {
  const [shown, here] = [Date.parse(now), Date.parse(deviceNow)];
  const told = (asOf: Instant) => {
    const at = Date.parse(asOf);
    return at > shown && at <= here ? new Date(at + shown - here).toISOString() : asOf;
  };
  switch (outcome.state) {
    case 'loaded':
    case 'refreshing':
      return { ...outcome, asOf: told(outcome.asOf) };
    case 'failed': {
      const { at, last } = outcome;
      return { ...outcome, at: told(at), ...(last !== undefined && { last: { asOf: told(last.asOf) } }) };
    }
    default:
      return outcome;
  }
}
