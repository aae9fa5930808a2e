import type { ResidentView } from '../../../resident/view.ts';
import { formatDate } from '../../../display/date.ts';
import { factOf, recordedIn, usefulFor, type FactReaders } from '../recorded-fact.ts';

/** CFS levels and electronic indices. Level, version and date are of one entry, and indices never cross their names. [P] Of use for a year. */
export const frailtyFacts: FactReaders = usefulFor(12, {
  'cfs-level': (view) => {
    const entry = cfs(view);
    return factOf(entry, entry?.level ?? null, `${entry?.level}, version ${entry?.version ?? 'not stated'}`);
  },
  'cfs-version': (view) => {
    const version = cfs(view)?.version ?? null;
    return factOf(cfs(view), version, `${version}`);
  },
  'cfs-date': (view) => dateOf(cfs(view)),
  'efi-score': (view) => score(view, 'eFI'),
  'efi-deficits': (view) => {
    const entry = index(view, 'eFI');
    // Of another list than the 36 a count says nothing here. Clegg 2016.
    const count = entry?.deficits?.considered === 36 ? entry.deficits.present : null;
    return factOf(entry, count, `${count} of 36`);
  },
  'efi2-value': (view) => score(view, 'eFI2'),
  'frailty-index-name': (view) => {
    const named = (recordedIn(view, 'frailty')?.indices ?? []).find(
      ({ name }) => name === 'eFI' || name === 'eFI2',
    );
    return factOf(named, named?.name.toLowerCase() ?? null, `${named?.name} ${named?.value}`);
  },
  'efi2-name': (view) => factOf(index(view, 'eFI2'), 'eFI2', 'eFI2'),
});

function cfs(view: ResidentView) {
  return recordedIn(view, 'frailty')?.cfs[0];
}

function index(view: ResidentView, name: 'eFI' | 'eFI2') {
  return recordedIn(view, 'frailty')?.indices.find((entry) => entry.name === name);
}

function score(view: ResidentView, name: 'eFI' | 'eFI2') {
  const entry = index(view, name);
  return factOf(entry, entry?.value ?? null, `${name} ${entry?.value}`);
}

function dateOf(entry: Parameters<typeof factOf>[0]) {
  return factOf(entry, entry?.on ?? null, formatDate(entry?.on ?? null));
}
