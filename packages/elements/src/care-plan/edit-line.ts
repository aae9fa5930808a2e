import type { PlanLine, PlanLineKind, PlanText } from '@ehch/clinical/care-plan';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { LineOffer } from './plan-edit.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';

type Drawn = TemplateResult | typeof nothing;

/** How one line is changed. Nothing, where nothing can be changed here or the part that changes is not here yet. */
export function editLine(line: string, around: PlanSurroundings): Drawn {
  return around.edit?.forms.line(line, around) ?? nothing;
}

/** The same as a row of a list. */
export function editRow(line: string, around: PlanSurroundings): Drawn {
  const edit = editLine(line, around);
  return edit === nothing ? nothing : html`<li class="fact">${edit}</li>`;
}

export function editProposal(line: PlanLine, around: PlanSurroundings): Drawn {
  return around.edit?.forms.proposal(line, around) ?? nothing;
}

export function addLine(
  kind: PlanLineKind,
  label: string,
  around: PlanSurroundings,
  fields: PlanText = {},
  offers: readonly LineOffer[] = [],
): Drawn {
  return around.edit?.forms.add(kind, label, around, fields, offers) ?? nothing;
}

export function renderStrays(around: PlanSurroundings): Drawn {
  return around.edit?.forms.strays(around) ?? nothing;
}
