import { CONTESTANTS, type ContestantId } from './contestants.ts';
import { figure, METRICS, type MetricId } from './metrics.ts';
import type { Run } from './rounds.ts';

export interface Judgement {
  readonly goal: string;
  /** NaN: the driver could not measure it, which counts as a miss. */
  readonly reached: number;
  readonly atMost: number;
  readonly met: boolean;
  /** What the control reaches, which is the best that a browser can do. Nobody can meet a goal below it. */
  readonly control: number;
}

/** Ours compared with the best peer in the same run, at 100 questions. */
const RATIOS: readonly (readonly [MetricId, number])[] = [
  ['render', 0.38],
  ['firstScore', 0.25],
  ['score', 0.22],
  ['clickInp', 0.5],
  ['heapForm', 0.35],
  ['elements', 0.5],
];
/** As slow as the old PC of a care home is beside a new one, by the browser's own throttling. */
export const SLOW = 6;
/** In how large a form, and on how slow a processor. */
const WHERE: readonly (readonly [questions: number, slowdown: number])[] = [
  [100, 1],
  [300, 1],
  [100, SLOW],
];
/** Ours at 300 questions compared with ours at 20. */
const GROWTH = 1.5;

/** A figure of one contestant in one run. NaN: the driver did not time it. */
export function figureOf(run: Run | undefined, id: ContestantId, metric: MetricId): number {
  const result = run?.results[id];
  return result?.state === 'timed' ? figure(result.samples, metric) : Number.NaN;
}

/** The best figure of any peer. NaN: the driver timed none. */
export function bestPeer(run: Run | undefined, metric: MetricId): number {
  const peers = CONTESTANTS.filter(({ kind }) => kind === 'peer');
  const figures = peers.map(({ id }) => figureOf(run, id, metric)).filter((one) => !Number.isNaN(one));
  return figures.length === 0 ? Number.NaN : Math.min(...figures);
}

export function judge(runs: readonly Run[]): readonly Judgement[] {
  const at = (questions: number, slowdown = 1) =>
    runs.find(
      ({ plan }) => plan.questions === questions && plan.slowdown === slowdown && plan.scoring === 'plain',
    );
  const ratios = WHERE.flatMap(([questions, slowdown]) =>
    RATIOS.map(([metric, atMost]) => {
      const run = at(questions, slowdown);
      const title = METRICS.find(({ id }) => id === metric)?.title ?? metric;
      const slower = slowdown === 1 ? '' : `, ${slowdown}× slower`;
      const to = (id: ContestantId) => figureOf(run, id, metric) / bestPeer(run, metric);
      return judged(`${title}, ${questions} questions${slower}, ours ÷ best peer`, to, atMost);
    }),
  );
  const growth = (id: ContestantId) => figureOf(at(300), id, 'score') / figureOf(at(20), id, 'score');
  return [...ratios, judged('click to score, 300 questions ÷ 20', growth, GROWTH)];
}

function judged(goal: string, of: (id: ContestantId) => number, atMost: number): Judgement {
  const reached = of('ours');
  // A comparison with NaN is false, so a goal without a measurement is missed.
  return { goal, reached, atMost, met: reached <= atMost, control: of('floor') };
}
