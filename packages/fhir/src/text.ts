/**
 * Text for one line of the screen. `null`: it is blank. `plainEntry` has already removed unsafe characters.
 */
export function words(value: string | null | undefined): string | null {
  return value?.replaceAll(/\s+/g, ' ').trim() || null;
}

/** Text of several lines, whose line breaks carry meaning: "6 daily" above "4 daily". */
export function lines(value: string | null | undefined): string | null {
  return value?.trim() || null;
}

/** The parts that are not blank, joined. `null`: all are blank. */
export function joined(parts: readonly (string | null | undefined)[], separator = ' '): string | null {
  const present = parts.map((part) => words(part)).filter((part) => part !== null);
  return present.length === 0 ? null : present.join(separator);
}
