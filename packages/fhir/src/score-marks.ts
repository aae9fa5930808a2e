import { EXTENSION } from './codes/systems.ts';
import { extensionsOf, part } from './extensions.ts';
import { textAt, type JsonObject } from './entry.ts';

/**
 * What this product records with a score that it wrote, so that it can read the score back unchanged. FHIR
 * has no element for the version of a rule, nor for what makes a number less certain. Other systems get the
 * same in words, in `method`, `interpretation` and `note`.
 */
export interface ScoreMarks {
  readonly instrument: string;
  readonly version: string;
  /** The number that was signed, to which the band belongs. `null`: there was none. */
  readonly total: number | null;
  readonly band: string | null;
  readonly flags: readonly string[];
  /**
   * The note that this product wrote beside the score for other systems. `null`: it wrote none. A note with
   * other words is somebody's own.
   */
  readonly note: string | null;
}

/** The marks as the extension that this product puts on an Observation. */
export function marksExtension({ instrument, version, total, band, flags, note }: ScoreMarks): JsonObject {
  return {
    url: EXTENSION.score,
    extension: [
      { url: 'instrument', valueCode: instrument },
      { url: 'version', valueString: version },
      ...(total === null ? [] : [{ url: 'total', valueDecimal: total }]),
      ...(band === null ? [] : [{ url: 'band', valueCode: band }]),
      ...flags.map((flag) => ({ url: 'flag', valueCode: flag })),
      ...(note === null ? [] : [{ url: 'note', valueString: note }]),
    ],
  };
}

/** The marks on an Observation. `null`: this product did not write it. */
export function marksIn(observation: JsonObject): ScoreMarks | null {
  const [marks] = extensionsOf(observation['extension'], EXTENSION.score);
  const instrument = textAt(part(marks, 'instrument'), 'valueCode');
  const version = textAt(part(marks, 'version'), 'valueString');
  if (marks === undefined || instrument === null || version === null) return null;
  const flags = extensionsOf(marks['extension'], 'flag').flatMap((each) => textAt(each, 'valueCode') ?? []);
  const band = textAt(part(marks, 'band'), 'valueCode');
  const { valueDecimal: signed } = part(marks, 'total') ?? {};
  const total = typeof signed === 'number' ? signed : null;
  return { instrument, version, total, band, flags, note: textAt(part(marks, 'note'), 'valueString') };
}
