import { isRecord, PrintedNumber } from './vector-file.ts';

export interface Comparison {
  /** How many values were compared. Zero proves nothing, and counts as a failure. */
  readonly compared: number;
  readonly differences: readonly string[];
}

/**
 * Compares the result of a rule with the expected one. It compares only the named fields of an object, lists exactly, and
 * numbers to the printed decimals (whole numbers exactly).
 */
export function compare(expected: unknown, actual: unknown, at = ''): Comparison {
  if (isRecord(expected) && !(expected instanceof PrintedNumber)) {
    if (!isRecord(actual)) return differ(at, expected, actual);
    return join(Object.entries(expected).map(([key, value]) => compare(value, actual[key], `${at}.${key}`)));
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return differ(at, expected, actual);
    const parts = expected.map((value: unknown, index) =>
      compareExactly(value, actual[index], `${at}[${index}]`),
    );
    // An empty list that is expected and given counts as compared.
    return parts.length === 0 ? { compared: 1, differences: [] } : join(parts);
  }
  if (expected instanceof PrintedNumber) {
    const same =
      typeof actual === 'number' && Math.abs(actual - Number(expected.text)) <= tolerance(expected.text);
    return same ? { compared: 1, differences: [] } : differ(at, expected, actual);
  }
  return Object.is(expected, actual) ? { compared: 1, differences: [] } : differ(at, expected, actual);
}

/** Inside a list an object may have no other field than the expected ones. */
function compareExactly(expected: unknown, actual: unknown, at: string): Comparison {
  if (isRecord(expected) && !(expected instanceof PrintedNumber) && isRecord(actual)) {
    const more = Object.keys(actual).filter((key) => !Object.hasOwn(expected, key));
    if (more.length > 0) return differ(at, expected, actual);
  }
  return compare(expected, actual, at);
}

function tolerance(printed: string): number {
  const decimals = /^-?\d+\.(\d+)$/.exec(printed)?.[1]?.length ?? 0;
  // The small extra allows for binary fractions. A difference of exactly 0.5 × 10⁻ⁿ still prints the same.
  return decimals === 0 ? 0 : 0.5 * 10 ** -decimals + 1e-12;
}

function join(parts: readonly Comparison[]): Comparison {
  return {
    compared: parts.reduce((sum, part) => sum + part.compared, 0),
    differences: parts.flatMap((part) => part.differences),
  };
}

function differ(at: string, expected: unknown, actual: unknown): Comparison {
  return { compared: 1, differences: [`${at || 'result'}: expected ${show(expected)}, got ${show(actual)}`] };
}

function show(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) =>
    part instanceof PrintedNumber ? Number(part.text) : part,
  );
  return text ?? String(value);
}
