import type { Figures, Task, Turn } from './summary.ts';

export interface Judgement {
  readonly words: string;
  readonly met: boolean;
}

/** The goals of the summary, each for both turns. A missing figure is a miss, because a comparison with NaN is false. */
export function judge(results: ReadonlyMap<Task['id'], Figures>): readonly Judgement[] {
  return (['first', 'next'] as const).flatMap((turn) => judgeTurn(results, turn));
}

function judgeTurn(results: ReadonlyMap<Task['id'], Figures>, turn: Turn): readonly Judgement[] {
  const of = (task: Task['id'], id: keyof Figures, key: 'identity' | 'first' | 'all') => {
    const figures = results.get(task)?.[id];
    return typeof figures === 'object' ? figures[turn][key] : Number.NaN;
  };
  const ratio = (task: Task['id']) => of(task, 'ours', 'all') / of(task, 'medplum', 'all');
  const first = (task: Task['id']) => of(task, 'ours', 'first') / of(task, 'medplum', 'identity');
  const large = of('large at 6×', 'ours', 'all');
  const who = turn === 'first' ? 'first resident' : 'a further resident';
  return [
    ...(['typical', 'typical at 6×'] as const).flatMap((task): Judgement[] => [
      {
        words: `${task}, ${who}: identity and allergies ÷ Medplum's header: ${first(task).toFixed(2)}×, at most 1×`,
        met: first(task) <= 1,
      },
      {
        words: `${task}, ${who}: all sections ÷ Medplum's: ${ratio(task).toFixed(2)}×, at most 0.3×`,
        met: ratio(task) <= 0.3,
      },
    ]),
    {
      words: `large at 6×, ${who}: all sections in ${large.toFixed(0)} ms, at most 1000`,
      met: large <= 1000,
    },
  ];
}
