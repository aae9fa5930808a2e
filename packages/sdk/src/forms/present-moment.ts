import { londonDate, londonTime, type Instant } from '@ehch/clinical/time';

/** Texts, quoted names and comments, in which nothing is a call; and the three calls that ask for the present moment. */
const PARTS =
  /'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*|(?<![.\w])(today|now|timeOfDay)\s*\(\s*\)/g;

/**
 * An expression with the present moment written into it. fhirpath.js would look at the device's clock and zone; civil time
 * is Europe/London, and the clinical clock is the page's own.
 */
export function atMoment(expression: string, now: Instant): string {
  return expression.replace(PARTS, (part: string, call: string | undefined) => {
    if (call === 'today') return `@${londonDate(now)}`;
    if (call === 'timeOfDay') return `@T${londonTime(now)}`;
    return call === 'now' ? `@${new Date(now).toISOString().replace('Z', '+00:00')}` : part;
  });
}
