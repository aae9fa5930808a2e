import { londonDate, londonTime, type Instant } from '@ehch/clinical/time';

/** Matches strings, quoted names and comments, which contain no calls, and the three calls for the present moment. */
const PARTS =
  /'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*|(?<![.\w])(today|now|timeOfDay)\s*\(\s*\)/g;

/**
 * Writes the present moment into an expression. fhirpath.js would use the device's clock and time zone, but civil
 * time is Europe/London and the page has its own clinical clock.
 */
export function atMoment(expression: string, now: Instant): string {
  return expression.replace(PARTS, (part: string, call: string | undefined) => {
    if (call === 'today') return `@${londonDate(now)}`;
    if (call === 'timeOfDay') return `@T${londonTime(now)}`;
    return call === 'now' ? `@${new Date(now).toISOString().replace('Z', '+00:00')}` : part;
  });
}
