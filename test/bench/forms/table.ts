import { columns } from '../columns.ts';
import type { Contestant } from './contestants.ts';
import { bestPeer, figureOf, type Judgement } from './goals.ts';
import { METRICS } from './metrics.ts';
import { slowerBy, type Run } from './rounds.ts';

/** A run in words and columns: medians, each with its ratio to the best peer. */
export function tableOf(run: Run, contestants: readonly Contestant[]): string {
  const { plan, rounds, thrownAway, load } = run;
  const head = `${plan.questions} questions, ${plan.scoring === 'weight' ? 'weight().sum()' : 'portable totals'}${slowerBy(plan)}: medians of ${rounds} rounds${
    thrownAway > 0 ? `, ${thrownAway} more thrown away for noise` : ''
  }; load average ${Math.min(...load).toFixed(1)}–${Math.max(...load).toFixed(1)}`;
  const timed = contestants.filter(({ id }) => run.results[id]?.state === 'timed');
  const rows = METRICS.map(({ id: metric, title, unit }) => {
    const best = bestPeer(run, metric);
    return [
      unit === '' ? title : `${title}, ${unit}`,
      ...timed.map(({ id }) => {
        const value = figureOf(run, id, metric);
        return `${told(value, unit)} ${ratio(value / best)}`;
      }),
    ];
  });
  const notes = contestants.flatMap(({ id, title }) => {
    const result = run.results[id];
    return result === undefined || result.state === 'timed'
      ? []
      : [`${title} ${result.state === 'cannot' ? 'cannot run this' : 'is not timed'}: ${result.why}`];
  });
  return [head, columns([['', ...timed.map(({ title }) => title)], ...rows]), ...notes].join('\n');
}

export function linesOf(judgements: readonly Judgement[]): string {
  return judgements
    .map(
      ({ goal, reached, atMost, met, control }) =>
        `${met ? 'ok    ' : 'MISSED'} ${goal}: ${times(reached)}, at most ${atMost}× (the control: ${times(control)})`,
    )
    .join('\n');
}

function times(value: number): string {
  return Number.isNaN(value) ? 'not measured' : `${value.toFixed(2)}×`;
}

function told(value: number, unit: string): string {
  if (Number.isNaN(value)) return '–';
  if (unit === 'MB') return value.toFixed(Math.abs(value) < 1 ? 3 : 1).replace('-0.000', '0.000');
  return value.toFixed(unit === 'ms' && value < 100 ? 1 : 0);
}

function ratio(value: number): string {
  // A ratio of almost nothing means nothing.
  return Number.isFinite(value) && value >= 0 ? `${value.toFixed(2)}×` : '     ';
}
