import { isRecord, PrintedNumber } from './vector-file.ts';

export interface Comparison {
  /** How many values were compared. Nought proves nothing and counts as a failure. */
  readonly compared: number;
  readonly differences: readonly string[];
}

/**
 * Compares what a rule gave with what is expected: of an object only the fields that are named, lists exactly, numbers
 * to the decimals that are printed (whole ones exactly).
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
    // An empty list that is expected and given has been compared too.
    return parts.length === 0 ? { compared: 1, differences: [] } : join(parts);
  }
  if (expected instanceof PrintedNumber) {
    const same =
      typeof actual === 'number' && Math.abs(actual - Number(expected.text)) <= tolerance(expected.text);
    return same ? { compared: 1, differences: [] } : differ(at, expected, actual);
  }
  return Object.is(expected, actual) ? { compared: 1, differences: [] } : differ(at, expected, actual);
}

/** In a list an object may have no field more than expected. */
function compareExactly(expected: unknown, actual: unknown, at: string): Comparison {
  if (isRecord(expected) && !(expected instanceof PrintedNumber) && isRecord(actual)) {
    const more = Object.keys(actual).filter((key) => !Object.hasOwn(expected, key));
    if (more.length > 0) return differ(at, expected, actual);
  }
  return compare(expected, actual, at);
}

function tolerance(printed: string): number {
  const decimals = /^-?\d+\.(\d+)$/.exec(printed)?.[1]?.length ?? 0;
  // The sliver is for binary fractions: 0.5 × 10⁻ⁿ itself is rounding that still prints the same.
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
