import { EhchError, type PlaceConfiguration } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { CivilDate } from '@ehch/clinical/time';
import { readPlaceFile, type PlaceFileFault } from './read-place-file.ts';

/** Which place is in force, and what is to be said of the file that was offered. */
export interface PlaceInForce {
  /** `null`: the file was refused, and no earlier one is known. */
  readonly place: PlaceConfiguration | null;
  /** What is wrong with the file that was offered, most pressing first. */
  readonly faults: readonly PlaceFileFault[];
  /** The text to keep as the last good one; `null`: keep what was kept before. */
  readonly keep: string | null;
}

/**
 * Takes a place's file into force, or leaves the last good one in force and says so on every screen. Half a place is worse than
 * an older one.
 *
 * @param offered the text of the file; `null`: it could not be fetched
 * @param lastGood the text that was in force before; `null`: none
 */
export function placeInForce(
  offered: string | null,
  lastGood: string | null,
  now: { readonly today: CivilDate },
): PlaceInForce {
  const read = offered === null ? NOT_FETCHED : readPlaceFile(offered, now);
  if (read.state === 'good') return { place: read.place, faults: read.faults, keep: offered };
  const before = lastGood === null ? null : readPlaceFile(lastGood, now);
  if (before?.state !== 'good') return { place: null, faults: read.faults, keep: null };
  const lines = read.faults.filter(({ weight }) => weight === 'refused').map(placeFaultWords);
  const refusedNewer = { lines, ...(offered === null && { isUnfetched: true }) };
  return { place: { ...before.place, refusedNewer }, faults: read.faults, keep: null };
}

/** "Line 12: …". A fault of the whole file has line 0, and names none. */
export function placeFaultWords({ line, words }: PlaceFileFault): string {
  return line === 0 ? words : `Line ${line}: ${words}`;
}

const NOT_FETCHED = {
  state: 'refused',
  faults: [
    { line: 0, words: 'The place file could not be fetched. Look after its address.', weight: 'refused' },
  ],
} as const;

/** Keeps the text of the last good file. It holds no name of a resident, so it need not be sealed, and works while locked. */
export interface PlaceKeeper {
  load(): Promise<string | null>;
  save(text: string): Promise<void>;
}

/** Fetches a place's file, takes it into force or leaves the last good one there, and keeps what is good. */
export async function openPlace(options: {
  readonly fetchText: () => Promise<string>;
  readonly keeper: PlaceKeeper;
  readonly today: CivilDate;
}): Promise<PlaceInForce> {
  const { fetchText, keeper, today } = options;
  const [offered, lastGood] = await Promise.all([textOrNull(fetchText), textOrNull(() => keeper.load())]);
  const inForce = placeInForce(offered, lastGood, { today });
  void keepGood(inForce, lastGood, keeper);
  return inForce;
}

/**
 * Keeps what is good. Nobody waits for it: a keeper that fails or hangs must keep no home from its numbers, and no withdrawal from
 * the screen. The next start reads the file itself.
 */
export async function keepGood(
  { keep }: PlaceInForce,
  lastGood: string | null,
  keeper: PlaceKeeper,
): Promise<void> {
  if (keep === null || keep === lastGood) return;
  try {
    await keeper.save(keep);
  } catch (error) {
    reportCaught(error, 'sdk/place/save');
  }
}

/** `null`: the file does not come, from the network or from the keeper. */
export async function textOrNull(ask: () => Promise<string | null>): Promise<string | null> {
  try {
    return await heard(ask);
  } catch (error) {
    reportCaught(error, 'sdk/place/file');
    return null;
  }
}

/** [P] Who is silent for so long counts as not reached. Otherwise one request without an answer would end a watch. */
const SILENT_MS = 30_000;
const SILENT = new EhchError(
  'timeout',
  'Nothing was heard of the place file in 30 seconds. Look after its address.',
);

/** What somebody answers. @throws {EhchError} `timeout` if they do not in time */
export async function heard<T>(ask: () => Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(SILENT), SILENT_MS);
  try {
    return await Promise.race([ask(), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** "Holmdale, version 0.1.0 of 21-Nov-2026", for whoever looks after a place. */
export function placeTitle({ title, version, dated }: PlaceConfiguration): string {
  return `${title}, version ${version} of ${formatDate(dated)}`;
}
