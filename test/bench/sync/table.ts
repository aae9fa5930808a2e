import { columns } from '../columns.ts';
import { median } from '../statistics.ts';
import type { Contestant } from './contestants.ts';
import { ratioOf, timed, type Judgement, type Metric, type Round } from './goals.ts';

const METRICS: readonly (readonly [metric: Metric, title: string])[] = [
  ['load', 'L first load of 30,000, ms'],
  ['apply', 'I apply 300 changes, ms'],
  ['round', '  a round that finds nothing, ms'],
  ['read', 'R open one resident, ms'],
  ['cards', 'C list of 100 cards, ms'],
  ['edit', 'B one offline edit, ms'],
  ['editP95', 'B the same, p95, ms'],
  ['push', 'P push of 200 edits, ms'],
  ['bytes', 'S on the disk, MB'],
  ['recover', 'K from a kill to consistent, ms'],
];

/** Medians, each with the median of its ratios to the floor of the same round. */
export function tableOf(rounds: readonly Round[], contestants: readonly Contestant[]): string {
  const rows = METRICS.map(([metric, title]) => [
    title,
    ...contestants.map(({ id }) => {
      const value = median(rounds.flatMap((round) => timed(round, id)?.[metric] ?? []));
      return `${told(metric, value)} ${ratio(ratioOf(rounds, metric, id, 'floor'))}`;
    }),
  ]);
  const notes = contestants.flatMap(({ id, title }) => {
    const why = rounds.map((round) => round[id]).find((each) => typeof each === 'string');
    return why === undefined ? [] : [`${title} was not timed in every round: ${why}`];
  });
  return [columns([['', ...contestants.map(({ title }) => title)], ...rows]), ...notes].join('\n');
}

export function linesOf(judgements: readonly Judgement[]): string {
  return judgements
    .map(({ goal, reached, atMost, unit, met }) => {
      const words = Number.isNaN(reached) ? 'not measured' : `${reached.toFixed(2)}${unit}`;
      return `${met ? 'ok    ' : 'MISSED'} ${goal}: ${words}, at most ${atMost}${unit}`;
    })
    .join('\n');
}

function told(metric: Metric, value: number): string {
  if (Number.isNaN(value)) return '–';
  if (metric === 'bytes') return (value / 1e6).toFixed(1);
  return value.toFixed(value < 100 ? 1 : 0);
}

function ratio(value: number): string {
  return Number.isFinite(value) ? `${value.toFixed(2)}×` : '     ';
}
