import { withdrawnIn, withdrawnWords } from '@ehch/clinical/place';
import type { PlaceConfiguration } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { data } from './text.ts';

/** What to know of scores that were recorded with an instrument which the place has withdrawn since. They stay visible. */
export function withdrawnNotes(
  place: PlaceConfiguration | null,
  instruments: readonly { readonly id: string; readonly title: string }[],
): TemplateResult | typeof nothing {
  const found = instruments.flatMap(({ id, title }) => {
    const withdrawn = withdrawnIn(place, { kind: 'instrument', id });
    return withdrawn === null ? [] : [{ title, withdrawn }];
  });
  return found.length === 0
    ? nothing
    : html`${found.map(
        ({ title, withdrawn }) =>
          html`<p class="notice"><strong>${data(title)}</strong>: ${data(withdrawnWords(withdrawn))}</p>`,
      )}`;
}
