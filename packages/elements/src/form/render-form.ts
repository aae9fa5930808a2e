import { NO_ENTRIES } from '@ehch/clinical/session';
import type { FormState } from '@ehch/clinical/form';
import type { Entries } from '@ehch/clinical/session';
import { html, noChange } from 'lit';
import type { TemplateResult } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ElementPart } from 'lit/directive.js';
import { FormRoot } from './form-root.ts';
import type { Dispatch, FormLook } from './look.ts';

/**
 * Renders a form. `dispatch` hears each press once, inside its event. Whoever holds the session takes the press and
 * renders again; the screen takes back what the session did not take. `entries`: what stands at the questions and is no
 * answer. Whoever only shows answers has none.
 *
 * A question that has not changed is not rendered again. Sameness is of references: `offers` and `changes` have to
 * stay the same objects while they say the same.
 */
export function renderForm(
  look: FormLook,
  state: FormState,
  dispatch: Dispatch,
  entries: Entries = NO_ENTRIES,
): TemplateResult {
  return html`<div class="form" ${rendering(look, state, dispatch, entries)}></div>`;
}

type Rendered = [look: FormLook, state: FormState, dispatch: Dispatch, entries: Entries];

class RenderForm extends Directive {
  #root: FormRoot | null = null;

  override update({ element }: ElementPart, [look, state, dispatch, entries]: Rendered): unknown {
    this.#root ??= new FormRoot(element as HTMLElement);
    this.#root.render(look, state, dispatch, entries);
    return noChange;
  }

  override render(..._rendered: Rendered): unknown {
    return noChange;
  }
}

const rendering = directive(RenderForm);
