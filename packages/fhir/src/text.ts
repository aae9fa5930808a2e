/** Text for one line of the screen, or `null` when nothing is in it. It is plain since its entry was read (`plainEntry`). */
export function words(value: string | null | undefined): string | null {
  return value?.replaceAll(/\s+/g, ' ').trim() || null;
}

/** Text of several lines, whose breaks carry meaning: "6 daily" above "4 daily". */
export function lines(value: string | null | undefined): string | null {
  return value?.trim() || null;
}

/** The parts that are there, joined. */
export function joined(parts: readonly (string | null | undefined)[], separator = ' '): string | null {
  const present = parts.map((part) => words(part)).filter((part) => part !== null);
  return present.length === 0 ? null : present.join(separator);
}
