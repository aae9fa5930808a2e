import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { inboxPresses, type SettingsPress } from './escalations-press.ts';

type Begin = Extract<SettingsPress, { kind: 'begin-setting' }>['what'];

/** What a clinician can set. Points of NEWS2 mean nothing without the SpO2 scale that they are for. */
export function beginSettings(hasScale: boolean): TemplateResult {
  return html`<div class="buttons">
    ${hasScale ? button('Set usual NEWS2', 'usual-news2') : nothing}
    ${button('Set oxygen target', 'spo2-target')} ${button('Set last days of life', 'last-days')}
    ${button('Set what is different', 'variation')} ${hasScale ? nothing : NO_SCALE}
  </div>`;
}

export const NO_SCALE = html`<p class="aside">
  Usual NEWS2 cannot be set now: what could not be read, or is not settled, may ask for SpO2 scale 2.
</p>`;

function button(label: string, what: Begin): TemplateResult {
  return html`<button type="button" ${inboxPresses.press({ kind: 'begin-setting', what })}>${label}</button>`;
}
