import type { MoreInRecord, Note, Recorded } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { data, joined, lines } from './text.ts';
import { day } from './when.ts';

/** What stands beside a fact in the record: people's notes, and what these words leave out. */
export function besideFact({ notes = [], more = [] }: Recorded): TemplateResult | typeof nothing {
  if (notes.length === 0 && more.length === 0) return nothing;
  return html`${notes.map(note)}${more.length === 0 ? nothing : moreInRecord(more)}`;
}

function note(one: Note) {
  return html`<span class="note">${lines(one.text)}${noteBy(one)}</span>`;
}

/** When a note was written, and by whom, as far as it says. */
export function noteBy({ on, by }: Note): TemplateResult | typeof nothing {
  const words = joined([on === null ? null : day(on), data(by)]);
  return words.length === 0 ? nothing : html` <span class="meta">${words}</span>`;
}

/** One closed line with a count: it says that there is more, and takes no more room than that until it is opened. */
function moreInRecord(more: readonly MoreInRecord[]) {
  return html`<details class="more">
    <summary>More in the record (${more.length})</summary>
    <ul>
      ${more.map(
        ({ name, text }) =>
          html`<li>
            <strong>${data(name)}</strong>${text === null ? ': look in the record' : html`: ${lines(text)}`}
          </li>`,
      )}
    </ul>
  </details>`;
}
