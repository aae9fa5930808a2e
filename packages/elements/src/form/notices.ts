import { plainText } from '@ehch/clinical/display';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShownForm } from './shown.ts';

/**
 * Whose words a group holds. On paper, where nobody can press, and in a form of one instrument they stand open; among
 * others in an assessment they are one line that opens.
 */
export function renderNotices(
  { look, state }: ShownForm,
  title: string,
  notices: readonly string[],
): TemplateResult | typeof nothing {
  if (notices.length === 0) return nothing;
  const lines = notices.map((words) => html`<p class="aside">${withAddresses(plainText(words))}</p>`);
  if (look.onPaper === true || look.readOnly || state.form.items.length === 1) return html`${lines}`;
  return html`<details class="notices">
    <summary>Source and terms of ${title}</summary>
    ${lines}
  </details>`;
}

/** The addresses in the words as links. Only what this program itself says of an instrument is given here. */
function withAddresses(words: string): readonly (string | TemplateResult)[] {
  return words
    .split(/(https:\/\/\S+)/)
    .map((part) =>
      part.startsWith('https://')
        ? html`<a href=${part} target="_blank" rel="noopener noreferrer">${part}</a>`
        : part,
    );
}
