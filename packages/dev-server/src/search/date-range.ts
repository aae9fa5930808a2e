import { Refusal } from '../refusal.ts';
import { isObject } from '../resource.ts';

/** A period in milliseconds: from `start` up to but not including `end`. */
export interface DateRange {
  readonly start: number;
  readonly end: number;
}

const FORM =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/**
 * The period that a FHIR date stands for. A partial date stands for the whole of its year or month.
 * A time without an offset counts as UTC, on both sides of a comparison.
 */
export function dateRange(text: string): DateRange | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const shift = hour === undefined ? 'Z' : (offset ?? 'Z');
  const at = (y: string, m: string, d: string): number =>
    Date.parse(`${y}-${m}-${d}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}${fraction ?? ''}${shift}`);
  const start = at(year ?? '', month ?? '01', day ?? '01');
  if (Number.isNaN(start)) return null;
  if (month === undefined) return { start, end: Date.UTC(Number(year) + 1, 0) };
  if (day === undefined) return { start, end: Date.UTC(Number(year), Number(month)) };
  if (hour === undefined) return { start, end: start + 86_400_000 };
  if (second === undefined) return { start, end: start + 60_000 };
  return { start, end: start + (fraction === undefined ? 1000 : 1) };
}

/** The period that an element stands for: date, dateTime, instant, Period or Timing. */
export function elementRange(value: unknown): DateRange | null {
  if (typeof value === 'string') return dateRange(value);
  if (!isObject(value)) return null;
  const { start, end, event, repeat } = value;
  if (Array.isArray(event)) {
    const ranges = event.map(elementRange).filter((range) => range !== null);
    if (ranges.length === 0) return null;
    return { start: Math.min(...ranges.map((r) => r.start)), end: Math.max(...ranges.map((r) => r.end)) };
  }
  if (isObject(repeat)) return elementRange(repeat['boundsPeriod']);
  if (start === undefined && end === undefined) return null;
  return {
    start: (typeof start === 'string' ? dateRange(start)?.start : undefined) ?? -Infinity,
    end: (typeof end === 'string' ? dateRange(end)?.end : undefined) ?? Infinity,
  };
}

const PREFIX = /^(eq|ne|gt|lt|ge|le|sa|eb)?(?=\d)/;

/** Splits a search value into its prefix and the rest. Without a prefix it is `eq`. */
export function splitPrefix(value: string): { prefix: string; rest: string } {
  const prefix = PREFIX.exec(value)?.[1] ?? '';
  return { prefix: prefix === '' ? 'eq' : prefix, rest: value.slice(prefix.length) };
}

/** Checks a date of a search. @throws {Refusal} 400 if it is not a FHIR date with a known prefix */
export function checkDate(code: string, value: string): void {
  if (!dateRange(splitPrefix(value).rest)) {
    throw new Refusal(
      400,
      'value',
      `${code} takes a FHIR date with one of the prefixes eq, ne, gt, lt, ge, le, sa, eb.`,
    );
  }
}

/** Whether an element's period matches a search value: http://hl7.org/fhir/R4/search.html#prefix */
export function dateMatches(value: string, element: DateRange): boolean {
  const { prefix, rest } = splitPrefix(value);
  const asked = dateRange(rest);
  if (!asked) return false;
  const within = element.start >= asked.start && element.end <= asked.end;
  switch (prefix) {
    case 'ne':
      return !within;
    case 'gt':
      return element.end > asked.end;
    case 'lt':
      return element.start < asked.start;
    case 'ge':
      return element.end > asked.end || within;
    case 'le':
      return element.start < asked.start || within;
    case 'sa':
      return element.start >= asked.end;
    case 'eb':
      return element.end <= asked.start;
    default:
      return within;
  }
}
