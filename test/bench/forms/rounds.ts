import { loadavg } from 'node:os';
import { launch } from '../../walk/browser.ts';
import type { Contestant, ContestantId } from './contestants.ts';
import type { Scoring } from './fixture.ts';
import { NoSample } from '../no-sample.ts';
import { takeSample, type Sample } from './sample.ts';
import { median } from '../statistics.ts';

/** The plan of a run: how many good rounds of one questionnaire. */
export interface RunPlan {
  readonly questions: number;
  readonly scoring: Scoring;
  /** How many times slower the processor is made; 1: as it is. */
  readonly slowdown: number;
  readonly rounds: number;
  /** In how many rounds the driver measures what a removed form leaves behind. Few, because that takes long. */
  readonly leakRounds: number;
}

export interface Run {
  readonly plan: RunPlan;
  readonly results: Readonly<Partial<Record<ContestantId, Result>>>;
  readonly rounds: number;
  /** How many rounds were discarded because the machine was busy with something else. */
  readonly thrownAway: number;
  /** The machine's load averages over one minute, before the rounds and after each. */
  readonly load: readonly number[];
}

export type Result =
  | { readonly state: 'timed'; readonly samples: readonly Sample[] }
  /** Known beforehand: the contestant lacks what the questionnaire needs. */
  | { readonly state: 'cannot'; readonly why: string }
  /** The contestant did not render, or did not paint the right score. Its times do not count. */
  | { readonly state: 'failed'; readonly why: string };

/** How many times slower than its own median the floor may be. Beyond that a round measures the machine, not the forms. */
const NOISE = 3;
const CYCLES = 10;

type Round = ReadonlyMap<ContestantId, Sample>;

/** Runs the contestants one after the other, round by round, each in a browser context of its own. */
export async function runRounds(
  contestants: readonly Contestant[],
  address: string,
  plan: RunPlan,
  tell: (words: string) => void,
): Promise<Run> {
  const { scoring } = plan;
  const stopped = new Map<ContestantId, Result>();
  for (const { id, cannot } of contestants) {
    const why = cannot?.[scoring];
    if (why !== undefined) stopped.set(id, { state: 'cannot', why });
  }
  const load = [loadavg()[0] ?? Number.NaN];
  const rounds: Round[] = [];
  // The driver repeats noisy rounds, but not for ever. If the machine is never calm, it has to say so.
  while (good(rounds).length < plan.rounds && rounds.length < 2 * plan.rounds + 1) {
    const cycles = rounds.length < plan.leakRounds ? CYCLES : 0;
    rounds.push(await runRound(contestants, address, { ...plan, cycles }, stopped));
    load.push(loadavg()[0] ?? Number.NaN);
    tell(
      `${plan.questions} ${scoring}${slowerBy(plan)}: round ${rounds.length}, ${good(rounds).length} of ${plan.rounds} good`,
    );
  }
  const kept = good(rounds);
  const result = ({ id }: Contestant): [ContestantId, Result] => [
    id,
    stopped.get(id) ?? { state: 'timed', samples: kept.flatMap((round) => round.get(id) ?? []) },
  ];
  return {
    plan,
    results: Object.fromEntries(contestants.map(result)),
    rounds: kept.length,
    thrownAway: rounds.length - kept.length,
    load,
  };
}

/** ", at 6× CPU throttling"; empty where nothing is throttled. */
export function slowerBy({ slowdown }: RunPlan): string {
  return slowdown === 1 ? '' : `, at ${slowdown}× CPU throttling`;
}

async function runRound(
  contestants: readonly Contestant[],
  address: string,
  task: Parameters<typeof takeSample>[3],
  stopped: Map<ContestantId, Result>,
): Promise<Round> {
  const round = new Map<ContestantId, Sample>();
  const browser = await launch();
  try {
    for (const contestant of contestants) {
      if (stopped.has(contestant.id)) continue;
      try {
        round.set(contestant.id, await takeSample(browser, `${address}/${contestant.id}/`, contestant, task));
      } catch (error) {
        if (!(error instanceof NoSample)) throw error;
        stopped.set(contestant.id, { state: 'failed', why: error.message });
      }
    }
  } finally {
    await browser.close();
  }
  return round;
}

/** The rounds in which the floor was about as fast as usual. Without a floor every round counts. */
export function good<Timed extends ReadonlyMap<ContestantId, Pick<Sample, 'render' | 'scores'>>>(
  rounds: readonly Timed[],
): readonly Timed[] {
  const floors = rounds.flatMap((round) => round.get('floor') ?? []);
  const usual = {
    render: median(floors.map(({ render }) => render)),
    score: median(floors.map(({ scores }) => median(scores))),
  };
  return rounds.filter((round) => {
    const floor = round.get('floor');
    return (
      floor === undefined ||
      (floor.render <= NOISE * usual.render && median(floor.scores) <= NOISE * usual.score)
    );
  });
}
