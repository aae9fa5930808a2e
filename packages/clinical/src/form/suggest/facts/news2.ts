import { NEWS2_PARTS, NEWS2_SET_WINDOW_MS, type News2Part } from '../../../instruments/news2/news2-part.ts';
import type { News2Entry } from '../../../resident/measurements.ts';
import type { ResidentView } from '../../../resident/view.ts';
import { leadingNews2, newestThenHighest } from '../../../rules/leading-news2.ts';
import { londonDate, readInstant } from '../../../time/london.ts';
import type { Instant, PartialDate } from '../../../time/types.ts';
import { factOf, recordedIn, usefulFor, type FactReader, type FactReaders } from '../recorded-fact.ts';

/** The parts of the NEWS2 that leads on the summary or of a later one, and what is usual. */
export const news2Facts: FactReaders = {
  ...(Object.fromEntries(NEWS2_PARTS.map((id) => [`news2-${id}`, part(id)])) as FactReaders),
  // [P] What is usual is set anew at least once a year.
  ...usefulFor(12, {
    'usual-news2': (view) => {
      const usual = recordedIn(view, 'news2')?.usual;
      return factOf(usual, usual?.total ?? null, `${usual?.total}`);
    },
  }),
};

function part(id: News2Part): FactReader {
  return (view, now) => {
    const entry = entriesOf(view, now).find(({ score }) => (score.items[id]?.value ?? null) !== null);
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

/**
 * From the newest to the one that leads on the summary. A later set of a few parts does not lead, and yet its pulse is the
 * newest pulse: an older one in its place would hide it.
 */
function entriesOf(view: ResidentView, now: Instant): readonly News2Entry[] {
  const scores = recordedIn(view, 'news2')?.scores ?? [];
  const taken = scores
    .filter(({ cautions }) => !cautions.includes('future-dated'))
    .toSorted(newestThenHighest);
  const leading = leadingNews2(taken, londonDate(now));
  return taken.slice(0, leading === undefined ? 1 : taken.indexOf(leading) + 1);
}

function isOfThisSet(on: PartialDate | null, now: Instant): boolean {
  const then = on === null ? null : readInstant(on);
  const present = readInstant(now);
  return then !== null && present !== null && then <= present && present - then <= NEWS2_SET_WINDOW_MS;
}
