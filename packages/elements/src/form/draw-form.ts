import type { FormState } from '@ehch/clinical';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { FormHandlers, FormLook } from './look.ts';

/** Draws a form. What has not changed since the last drawing is not drawn again. */
export function drawForm(look: FormLook, state: FormState, press: FormHandlers): TemplateResult {
  void look;
  void press;
  return html`<div class="form">${state.form.items.map(({ text }) => html`<p>${text}</p>`)}</div>`;
}

/** Moves the focus to an item: to its first control, else to the item itself. `false`: it is not drawn. */
export function goToItem(root: ParentNode, key: string): boolean {
  for (const item of root.querySelectorAll<HTMLElement>('[data-key]')) {
    if (item.dataset['key'] !== key) continue;
    (item.querySelector<HTMLElement>('input, textarea, button') ?? item).focus();
    return true;
  }
  return false;
}
