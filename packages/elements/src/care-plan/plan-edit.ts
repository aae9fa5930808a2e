import type { PlanLine, PlanLineKind, PlanText } from '@ehch/clinical/care-plan';
import type { PlanSession } from '@ehch/clinical/session';
import type { TemplateResult } from 'lit';
import type { nothing } from 'lit';
import type { PlanSurroundings } from './plan-surroundings.ts';

type Drawn = TemplateResult | typeof nothing;

/** A new line that is begun with what is known of it. */
export interface LineOffer {
  readonly label: string;
  readonly fields: PlanText;
}

/** Draws how lines are changed, each in its place. */
export interface LineForms {
  /** Below one line: how it is changed, the form while it is, and what became of it. */
  line(line: string, around: PlanSurroundings): Drawn;
  /** Below a proposal: who may decide takes it over as a decision, or turns it down with a reason. */
  proposal(line: PlanLine, around: PlanSurroundings): Drawn;
  /** Below a list: a new line of its kind, the forms of new lines, and what became of those. */
  add(
    kind: PlanLineKind,
    label: string,
    around: PlanSurroundings,
    fields: PlanText,
    offers: readonly LineOffer[],
  ): Drawn;
  /** Forms and receipts whose line is not on screen. Drawn after everything else, and shown on top. */
  strays(around: PlanSurroundings): Drawn;
}

/** What a person may do here, and what is being done. */
export interface PlanEdit {
  readonly session: PlanSession;
  /** Whether each line shows how it is changed. */
  readonly isOn: boolean;
  /** Whether the place lets this person decide about limits, CPR, advance decisions and capacity. */
  readonly mayDecide: boolean;
  readonly ending: string | null;
  readonly reason: string;
  /** The name of whoever presses; empty: nobody has said it. */
  readonly presser: string;
  /** As it stands in the field for the name. */
  readonly typedName: string;
  /** Whether the page gives no name, so that it is asked for here. */
  readonly asksPresser: boolean;
  /** The forms and receipts that have found their place in this drawing. Whatever has none is drawn on top: nothing is lost. */
  readonly placed: Set<string>;
  readonly forms: LineForms;
}
