import { readBundle, type BundleReading } from './bundle.ts';
import type { Entry } from './entry.ts';
import { hasEscapedName } from './escaped-names.ts';

/**
 * Reads JSON text, or NDJSON with one resource per line. A line that is not JSON becomes one entry that
 * cannot be read. So does a whole text that is not JSON. The screen then says that it is unreadable.
 */
export function readText(text: string): BundleReading {
  // Some exports begin with a byte order mark, which JSON.parse refuses.
  const plain = text.replace(/^\uFEFF/, '');
  const whole = parsed(plain);
  if (whole.ok) return readBundle(whole.value);
  const lines = plain.split(/\r?\n/).filter((line) => line.trim() !== '');
  const values = lines.map(parsed);
  // In NDJSON each line starts a record. A line of a broken document may start anywhere, so it is not a list
  // of records.
  const isLines =
    lines.every((line, at) => values[at]?.ok || line.startsWith('{')) && values.some(({ ok }) => ok);
  if (!isLines) return readBundle([lost(null)]);
  return readBundle(
    values.map((value, at) => {
      if (value.ok) return value.value;
      // Whatever cut off the last line may have cut off any number of records of any type.
      return lost(at === lines.length - 1 ? null : typeIn(lines[at] ?? ''));
    }),
  );
}

/** Stands for a record of which nothing but its type arrived. */
function lost(lostType: string | null): Entry {
  return { fullUrl: null, resource: null, ...(lostType !== null && { lostType }) };
}

/**
 * The type in a broken line. It counts only where it comes first, because a contained record has a type as
 * well.
 */
function typeIn(line: string): string | null {
  return /^\{\s*"resourceType"\s*:\s*"([A-Za-z]+)"/.exec(line)?.[1] ?? null;
}

function parsed(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    const value = JSON.parse(text) as unknown;
    return hasEscapedName(text) ? { ok: false } : { ok: true, value };
  } catch {
    // Not an error. It tells NDJSON from JSON, and a broken line becomes an entry that says so.
    return { ok: false };
  }
}
