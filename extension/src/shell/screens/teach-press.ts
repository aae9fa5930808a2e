import { html, type TemplateResult } from 'lit/html.js';
import type { TeachPressed } from '../../messages/teaching.ts';

/** Makes the handler of a press of the present question. */
export type TeachPress = (pressed: TeachPressed) => () => void;

/** A button of the present question. */
export function teachPress(
  press: Exclude<TeachPressed['press'], 'yes'>,
  words: string,
  to: TeachPress,
  kind: 'quiet' | '' = '',
): TemplateResult {
  return html`<button type="button" class=${kind} data-press=${press} @click=${to({ press })}>
    ${words}
  </button>`;
}
