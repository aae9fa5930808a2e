import type { FormQuestion } from '../form/types.ts';
import type { ScoreItem, ScoreResult } from '../score.ts';
import { isOpen, textOf, whyNot } from './not-answered.ts';

/** A value outside `plausible` is doubted but counts; a value outside `possible` is refused. */
export interface MeasuredLimits {
  readonly plausible: readonly [min: number, max: number];
  readonly possible: readonly [min: number, max: number];
  readonly whole?: boolean;
}

/** Body weight in kg (clinical rule 1.12 [P]: frail residents do weigh under 30). */
export const WEIGHT_KG: MeasuredLimits = { plausible: [25, 200], possible: [15, 350] };

/** A measurement after the check of its limits, with the flag of a doubtful or missing value. */
export interface Measured {
  readonly id: string;
  readonly value: unknown;
  /** `null` if it was not recorded, not answered or impossible. */
  readonly number: number | null;
  readonly flag: string | null;
}

/** Reads a measurement. Any input has a result. */
export function measured(id: string, value: unknown, limits: MeasuredLimits): Measured {
  const { plausible, possible, whole = false } = limits;
  const flag = whyNot(id, value);
  if (isOpen(value)) return { id, value: value ?? null, number: null, flag };
  const within = ([min, max]: readonly [number, number]) =>
    typeof value === 'number' && value >= min && value <= max;
  if (typeof value !== 'number' || !within(possible) || (whole && !Number.isInteger(value)))
    return { id, value, number: null, flag };
  return { id, value, number: value, flag: within(plausible) ? null : `implausible-${id}` };
}

/** The part of a result about its measurements. Their scores are `null`, because a measurement has no points. */
export function partsOf(
  all: readonly Measured[],
): Pick<ScoreResult, 'status' | 'items' | 'missing'> & { readonly flags: readonly string[] } {
  const open = all.filter(({ number }) => number === null);
  const impossible = open.some(({ id, flag }) => flag === `impossible-${id}`);
  return {
    status: impossible ? 'invalid' : open.length > 0 ? 'incomplete' : 'complete',
    items: Object.fromEntries(all.map(({ id, value }): [string, ScoreItem] => [id, { value, score: null }])),
    missing: open.map(({ id }) => id),
    flags: all.flatMap(({ flag }) => (flag === null ? [] : [flag])),
  };
}

/** The limits in the form of a question. */
export function questionLimits({ possible, plausible }: MeasuredLimits) {
  return {
    limits: { min: possible[0], max: possible[1] },
    plausible: { min: plausible[0], max: plausible[1] },
  };
}

/** Asks for a body weight. It does not offer stone, because "9.4" may mean 9 stone 4 pounds. [P] */
export function weightQuestion(id: string, text: string, fact: string): FormQuestion {
  const units = [
    { code: 'kg', text: 'kg', factor: 1 },
    // International avoirdupois pound.
    { code: '[lb_av]', text: 'lb', factor: 0.453_592_37 },
  ];
  return { id, type: 'quantity', text, units, fact, ...questionLimits(WEIGHT_KG) };
}

/** Why a measurement was not possible. "Refused" is such a reason, and also the reason of an unanswered question. */
export function reasonIn({ reason }: Readonly<Record<string, unknown>>): string | null {
  return reason === 'refused' ? reason : textOf(reason);
}
