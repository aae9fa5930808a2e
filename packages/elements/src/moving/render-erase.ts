import type { HeldHere } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { field } from '../internal/field.ts';
import { heading } from '../internal/heading.ts';
import { movingPresses } from './moving-press.ts';
import { ERASE_WORD, eraseWords } from './moving-words.ts';

const { press, typed } = movingPresses;

/** What is on screen of an erasing. */
export interface EraseOnScreen {
  readonly level: number;
  readonly typedWord: string;
  readonly fault: string | null;
  readonly isBusy: boolean;
  /** How much would be erased; `null`: nobody has asked. */
  readonly held: HeldHere | null;
  readonly said: string | null;
}

/** Nothing can be erased before a person has read how much there is, and has typed the word. */
export function renderErase(shown: EraseOnScreen): TemplateResult {
  const { level, isBusy, held, said } = shown;
  return html`<div class="card" role="group" aria-labelledby="erasing">
    ${heading(level, 'erasing', 'Erase everything on this PC')}
    <p>For a PC that is given away, or used for something else.</p>
    ${held === null ? nothing : confirming(shown, held)}
    <div class="buttons">
      <button type="button" class="quiet" aria-disabled=${isBusy} ${press({ kind: 'count' })}>
        ${held === null ? 'Show what would be erased' : 'Show it again'}
      </button>
    </div>
    ${said === null ? nothing : html`<p class="notice strong">${said}</p>`}
  </div>`;
}

function confirming({ typedWord, fault, isBusy }: EraseOnScreen, held: HeldHere): TemplateResult {
  return html`${eraseWords(held).map((words) => html`<p class="strong">${words}</p>`)}
    ${field({
      name: 'erase',
      label: `Type ${ERASE_WORD} to erase it for good`,
      value: typedWord,
      fault,
      typed: typed('input', 'type', (text) => ({ kind: 'type', field: 'erase', text })),
    })}
    <div class="buttons">
      <button type="button" aria-disabled=${isBusy} ${press({ kind: 'erase' })}>Erase everything on this PC</button>
    </div>`;
}
