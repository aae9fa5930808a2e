// The presses in each form, and its right totals after each press.

export interface Press {
  readonly question: string;
  /** The option's place, which is also its points. */
  readonly option: number;
  /** The total of the instrument that the question is in. */
  readonly total: string;
  readonly expected: { readonly total: string; readonly grand: string };
}

/**
 * One press on a new form, and six more: other instruments, the first and the last, a changed answer, and an answer that
 * shows a hidden question. Each press changes its total and the grand total, because otherwise nothing could be timed.
 */
export function pressesOn(questions: number): readonly Press[] {
  const last = questions / 10 - 1;
  const presses: readonly (readonly [group: number, question: number, option: number])[] = [
    [0, 1, 2],
    [0, 2, 1],
    [last, 1, 3],
    [Math.ceil(last / 2), 4, 2],
    [last, 7, 1],
    [0, 1, 1],
    [Math.ceil(last / 2), 5, 3],
  ];
  const given = new Map<string, readonly [group: number, points: number]>();
  const sum = (group?: number) =>
    [...given.values()].reduce(
      (total, [of, points]) => total + (group === undefined || of === group ? points : 0),
      0,
    );
  return presses.map(([group, number, option]) => {
    const question = `g${group}q${number}`;
    given.set(question, [group, option]);
    return {
      question,
      option,
      total: `g${group}total`,
      expected: { total: String(sum(group)), grand: String(sum()) },
    };
  });
}
