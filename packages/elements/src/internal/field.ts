import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';

/** A labelled field. Its label, its hint and what is wrong with it are read together. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** What has to be corrected. */
  readonly fault?: string | null;
  readonly type?: 'text' | 'password';
  /** A number pad, where the keyboard is on the screen. */
  readonly isNumber?: boolean;
  /** What comes of typing. */
  readonly typed: DirectiveResult;
}

export function field({
  name,
  label,
  value,
  hint,
  fault,
  type = 'text',
  isNumber,
  typed,
}: Field): TemplateResult {
  const isWrong = fault !== undefined && fault !== null;
  return html`<label class="field"
    ><span>${label}</span>${hint === undefined ? nothing : html`<span class="hint">${hint}</span>`}
    ${isWrong ? html`<span class="fault">${fault}</span>` : nothing}
    <input
      name=${name}
      type=${type}
      autocomplete="off"
      inputmode=${isNumber === true ? 'numeric' : nothing}
      aria-invalid=${isWrong ? 'true' : nothing}
      .value=${value}
      ${typed}
    />
  </label>`;
}
