import { planKind } from '@ehch/clinical/care-plan';
import type { PlanLineKind } from '@ehch/clinical/care-plan';
import { comparedFields, disputed, WHOLE } from '@ehch/clinical/session';
import type { ComparedField, OpenLine } from '@ehch/clinical/session';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { planPresses } from '../care-plan-press.ts';
import { fieldsInWords } from '../field-words.ts';

const { typed } = planPresses;

type Side = 'mine' | 'theirs';

/** Both texts side by side, where somebody else changed the same line meanwhile. Nothing is chosen beforehand. */
export function renderConflict(open: OpenLine): TemplateResult | typeof nothing {
  if (open.isGone)
    return html`<p class="notice strong">▲ Ended elsewhere while you wrote. What you wrote is still here.</p>`;
  if (open.theirs === null) return nothing;
  const fields = comparedFields(open).filter(({ changed }) => changed === 'both' || changed === 'theirs');
  const isWhole = planKind(open.kind).decided !== null;
  const isDisputed = disputed(open).length > 0 || Object.keys(open.choices).length > 0;
  return html`<div class="conflict">
    <p class="notice strong">▲ Changed elsewhere while you wrote.${
      isDisputed ? ' Choose. Nothing is chosen for you.' : ''
    }</p>
    ${isWhole ? (isDisputed ? whole(open) : nothing) : fields.map((field) => row(open, field))}
  </div>`;
}

/** One field: a choice where both changed it, and otherwise what the other has written, which is taken over. */
function row(open: OpenLine, field: ComparedField): TemplateResult {
  const label = planKind(open.kind).fields[field.name]?.label ?? '';
  if (field.changed === 'theirs')
    return html`<p>
      ${label}, as somebody else wrote it: <strong>${said(open.kind, field.name, field.theirs)}</strong>
    </p>`;
  return html`<fieldset class="sides">
    <legend>${label}</legend>
    ${side(open, field.name, 'mine', said(open.kind, field.name, field.mine))}
    ${side(open, field.name, 'theirs', said(open.kind, field.name, field.theirs))}
  </fieldset>`;
}

/** A decision is chosen whole: half of one and half of another is a decision that nobody made. */
function whole(open: OpenLine): TemplateResult {
  const all = (fields: OpenLine['mine']) =>
    fieldsInWords(open.kind, fields).map(
      ({ label, words }) => html`<span class="parts">${label}: ${words ?? 'not recorded'}</span>`,
    );
  return html`<fieldset class="sides">
    <legend>The whole decision</legend>
    ${side(open, WHOLE, 'mine', all(open.mine))} ${side(open, WHOLE, 'theirs', all(open.theirs ?? {}))}
  </fieldset>`;
}

function said(kind: PlanLineKind, name: string, value: string | null): unknown {
  return fieldsInWords(kind, { [name]: value }).find((one) => one.name === name)?.words ?? 'nothing';
}

const HEADS = { mine: 'Mine', theirs: 'Theirs' } as const;

function side(open: OpenLine, field: string, which: Side, words: unknown): TemplateResult {
  const { key } = open;
  return html`<label class="side">
    <input
      type="radio"
      name="${key}-${field}"
      .checked=${open.choices[field] === which}
      ${typed('change', 'choose', () => ({ kind: 'choose', key, field, side: which }))}
    />
    <strong>${HEADS[which]}</strong> <span>${words}</span>
  </label>`;
}
