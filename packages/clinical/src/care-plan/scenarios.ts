import type { PlanLine } from './line.ts';

/**
 * [P] What happens most often in a care home, and has to be agreed before it does. A row is about one of them where its words name it:
 * a row that is missed here is offered once more, and none is ever taken away.
 */
const SCENARIOS = [
  { situation: 'Chest infection', names: /\b(?:chest|pneumonia|lung)/i },
  { situation: 'A fall', names: /\bfall(?:s|en|ing)?\b/i },
  { situation: 'Not eating', names: /\b(?:eat|food|appetite)/i },
  { situation: 'Sudden collapse', names: /\bcollaps/i },
] as const;

/** The scenarios for which no row of the plan says what to do, in their order. */
export function scenariosWithout(rows: readonly PlanLine<'unwell'>[]): readonly string[] {
  return SCENARIOS.filter(({ names }) => !rows.some(({ fields }) => names.test(fields.situation ?? ''))).map(
    ({ situation }) => situation,
  );
}
