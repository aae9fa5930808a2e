import type { FormState } from '@ehch/clinical';
import { html, noChange } from 'lit';
import type { TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';
import { FormDrawing } from './form-drawing.ts';
import type { FormHandlers, FormLook } from './look.ts';

/**
 * Draws a form. What has not changed since the last drawing is not drawn again; sameness is of references, so that
 * `suggestions` and `changes` have to stay the same objects while they say the same.
 */
export function drawForm(look: FormLook, state: FormState, press: FormHandlers): TemplateResult {
  return html`<div class="form" ${drawing(look, state, press)}></div>`;
}

class DrawForm extends Directive {
  #drawing: FormDrawing | null = null;

  override update({ element }: ElementPart, [look, state, press]: Parameters<typeof drawForm>): unknown {
    this.#drawing ??= new FormDrawing(element as HTMLElement);
    this.#drawing.draw(look, state, press);
    return noChange;
  }

  override render(_look: FormLook, _state: FormState, _press: FormHandlers): unknown {
    return noChange;
  }
}

const drawing = /* @__PURE__ */ directive(DrawForm);
