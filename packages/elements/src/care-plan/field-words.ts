import { planFieldWords, planKind } from '@ehch/clinical/care-plan';
import type { PlanLine, PlanLineKind, PlanText } from '@ehch/clinical/care-plan';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { joined, lines } from '../internal/text.ts';
import { day } from '../internal/when.ts';

/** A field of a line with its label and its words. `words`: `null`, nobody has said it. */
export interface FieldInWords {
  readonly name: string;
  readonly label: string;
  readonly words: TemplateResult | string | null;
}

/** Every field of a line in words, in its fixed order. The id of another line is never shown. */
export function fieldsInWords(kind: PlanLineKind, fields: PlanText): readonly FieldInWords[] {
  return Object.entries(planKind(kind).fields)
    .filter(([, { form }]) => form.kind !== 'line')
    .map(([name, { label }]) => ({ name, label, words: fieldInWords(kind, name, fields[name] ?? null) }));
}

function fieldInWords(
  kind: PlanLineKind,
  name: string,
  value: string | null,
): TemplateResult | string | null {
  if (value === null || value === '') return null;
  const form = planKind(kind).fields[name]?.form.kind;
  if (form === 'day') return day(value);
  return form === 'one-of' ? planFieldWords(kind, name, value) : lines(value);
}

/** Every field that somebody has said. */
export function wholeLine(line: PlanLine): TemplateResult {
  const said = fieldsInWords(line.kind, { ...line.fields }).flatMap(({ label, words }) =>
    words === null ? [] : [html`${label}: ${words}`],
  );
  return html`${planKind(line.kind).title}: ${joined(said)}`;
}
