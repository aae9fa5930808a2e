import { readBundle, type BundleReading } from './bundle.ts';
import type { Entry } from './entry.ts';

/**
 * Unwraps JSON text, or NDJSON: one resource a line. A line that is no JSON is one entry that cannot be read, and so is a
 * whole text that is none: whoever shows the entries says so.
 */
export function readText(text: string): BundleReading {
  const plain = text.replace(/^\uFEFF/, '');
  const whole = parsed(plain);
  if (whole.ok) return readBundle(whole.value);
  const lines = plain.split(/\r?\n/).filter((line) => line.trim() !== '');
  const values = lines.map(parsed);
  // In NDJSON each line begins a record. The lines of a broken document begin anywhere, and it is not a list of records.
  const isLines =
    lines.every((line, at) => values[at]?.ok || line.startsWith('{')) && values.some(({ ok }) => ok);
  if (!isLines) return readBundle([lost(null)]);
  return readBundle(
    values.map((value, at) => {
      if (value.ok) return value.value;
      // Whatever broke off the last line may have taken any number of records of any type with it.
      return lost(at === lines.length - 1 ? null : typeIn(lines[at] ?? ''));
    }),
  );
}

/** Stands for a record of which nothing but its type came. */
function lost(lostType: string | null): Entry {
  return { fullUrl: null, resource: null, ...(lostType !== null && { lostType }) };
}

/** The type of a record whose line breaks off: only where it stands first, because a contained record has a type as well. */
function typeIn(line: string): string | null {
  return /^\{\s*"resourceType"\s*:\s*"([A-Za-z]+)"/.exec(line)?.[1] ?? null;
}

function parsed(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    // Not an error: it tells NDJSON from JSON, and a broken line becomes an entry that says so.
    return { ok: false };
  }
}
