import type { SectionName } from '@ehch/clinical';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { pressesOf } from './press.ts';

/** A person asks for a section to be read again. Every component that shows sections takes it. */
export interface RetryPress {
  readonly kind: 'read-again';
  /** `null`: everything. */
  readonly section: SectionName | null;
}

export const retryPresses = pressesOf<RetryPress>();

export function retryButton(section: SectionName | null, words: unknown): TemplateResult {
  return html`<button type="button" class="retry" ${retryPresses.press({ kind: 'read-again', section })}>
    ${words}
  </button>`;
}
