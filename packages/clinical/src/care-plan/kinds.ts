import { DECISION_KINDS } from './decision-kinds.ts';
import type { PlanField, PlanKind } from './field-form.ts';
import type { PlanLineIntent } from '../ports/care-actions.ts';
import type { PlanFieldName, PlanLineKind } from './line.ts';
import { SPOKEN_KINDS } from './spoken-kinds.ts';

/** Every kind of line with its words and fields, in the order of the card. The compiler compares them with {@link PlanLineKind}. */
export const PLAN_KINDS = { ...DECISION_KINDS, ...SPOKEN_KINDS } as const satisfies {
  readonly [K in PlanLineKind]: PlanKind & FieldsOf<K>;
};

/** The compiler names each field of a kind that is left out, or that the kind does not have. */
interface FieldsOf<K extends PlanLineKind> {
  readonly fields: { readonly [F in PlanFieldName<K>]: PlanField };
}

/** A kind with its fields, for code that meets any of them. */
export function planKind(kind: PlanLineKind): PlanKind {
  return PLAN_KINDS[kind];
}

/** Whether a press puts a decision in force, or ends one. Everybody may propose. */
export function isDeciding({ act, of }: Pick<PlanLineIntent, 'act' | 'of'>): boolean {
  return act !== 'propose' && planKind(of).decided !== null;
}

/** The words of one field on screen; `null`: nobody has said it. A day is left to the display rules. */
export function planFieldWords(kind: PlanLineKind, name: string, value: string | null): string | null {
  const form = planKind(kind).fields[name]?.form;
  return form?.kind === 'one-of' && value !== null ? (form.options[value] ?? value) : value;
}
