import { plainText } from '@ehch/clinical';

/** Text for the screen: without direction overrides and invisible characters, and `null` when nothing is left. */
export function words(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const text = plainText(value).trim();
  return text === '' ? null : text;
}

/** The parts that are there, joined. */
export function joined(parts: readonly (string | null | undefined)[], separator = ' '): string | null {
  const present = parts.map((part) => words(part)).filter((part) => part !== null);
  return present.length === 0 ? null : present.join(separator);
}
