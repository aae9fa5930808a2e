import { NEWS2_PARTS, type News2Part } from '../../../instruments/news2/news2-part.ts';
import { readInstant } from '../../../time/london.ts';
import type { Instant, PartialDate } from '../../../time/types.ts';
import { factOf, recordedIn, type FactReader, type FactReaders } from '../recorded-fact.ts';

/** [P] As in the score: what lies further apart is another set (clinical 1, rule 8). */
const SET_WINDOW_MS = 30 * 60_000;

/** The parts of the newest NEWS2, and what is usual. */
export const news2Facts: FactReaders = {
  ...(Object.fromEntries(NEWS2_PARTS.map((id) => [`news2-${id}`, part(id)])) as FactReaders),
  'usual-news2': (view) => {
    const usual = recordedIn(view, 'news2')?.usual;
    return factOf(usual, usual?.total ?? null, `${usual?.total}`);
  },
};

/* @__NO_SIDE_EFFECTS__ */
function part(id: News2Part): FactReader {
  return (view, now) => {
    const entry = recordedIn(view, 'news2')?.scores[0];
    const item = entry?.score.items[id];
    if (entry === undefined || item === undefined) return null;
    const on = item.at ?? entry.on;
    // Older parts would be summed with what is measured now as if they were one set of observations.
    if (!isOfThisSet(on, now) || entry.score.flags.some((flag) => flag.endsWith(`-${id}`))) return null;
    // Only what the reader typed as a part: the words of the raw observations are for the screen and are not read back.
    const { value } = item;
    if (typeof value !== 'number' && typeof value !== 'string' && typeof value !== 'boolean') return null;
    const said = typeof value === 'boolean' ? (value ? 'on oxygen' : 'on air') : `${value}`;
    return factOf(
      { ...entry, on },
      value,
      id === 'temp' ? `${said} °C` : said,
      id === 'temp' ? '°C' : undefined,
    );
  };
}

function isOfThisSet(on: PartialDate | null, now: Instant): boolean {
  const then = on === null ? null : readInstant(on);
  const present = readInstant(now);
  return then !== null && present !== null && then <= present && present - then <= SET_WINDOW_MS;
}
