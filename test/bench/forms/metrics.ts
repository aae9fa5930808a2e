import type { Sample } from './sample.ts';
import { median } from '../statistics.ts';

export interface Metric {
  readonly id: string;
  readonly title: string;
  readonly unit: 'ms' | 'MB' | '';
  /** `null`: this sample did not measure it. */
  of(sample: Sample): number | null;
}

const megabytes = (bytes: number) => bytes / 1e6;

/** How to read a metric from each sample. A figure of a run is the median over its rounds. */
export const METRICS = [
  { id: 'ready', title: 'page to library ready', unit: 'ms', of: ({ ready }) => ready },
  { id: 'render', title: 'render', unit: 'ms', of: ({ render }) => render },
  { id: 'blocking', title: 'total blocking time', unit: 'ms', of: ({ blocking }) => blocking },
  { id: 'longestTask', title: 'longest task', unit: 'ms', of: ({ longestTask }) => longestTask },
  { id: 'firstScore', title: 'first click to score', unit: 'ms', of: ({ firstScore }) => firstScore },
  { id: 'score', title: 'click to score', unit: 'ms', of: ({ scores }) => median(scores) },
  {
    id: 'grand',
    title: 'click to chained grand total',
    unit: 'ms',
    of: ({ grands }) => median(grands.slice(1)),
  },
  { id: 'clickInp', title: 'click INP', unit: 'ms', of: ({ clickInp }) => clickInp },
  { id: 'keyInp', title: 'key INP', unit: 'ms', of: ({ keyInp }) => keyInp },
  { id: 'heapLibrary', title: 'heap, library', unit: 'MB', of: ({ heapLibrary }) => megabytes(heapLibrary) },
  { id: 'heapForm', title: 'heap, with the form', unit: 'MB', of: ({ heapForm }) => megabytes(heapForm) },
  { id: 'elements', title: 'elements', unit: '', of: ({ elements }) => elements },
  { id: 'listeners', title: 'listeners', unit: '', of: ({ listeners }) => listeners },
  {
    id: 'leak',
    title: 'kept per mount cycle',
    unit: 'MB',
    of: ({ leak }) => (leak === null ? null : megabytes(leak)),
  },
] as const satisfies readonly Metric[];

export type MetricId = (typeof METRICS)[number]['id'];

/** The median of a metric over the samples that measured it. NaN: none did. */
export function figure(samples: readonly Sample[], id: MetricId): number {
  const metric = METRICS.find((one) => one.id === id);
  return median(samples.flatMap((sample) => metric?.of(sample) ?? []));
}
