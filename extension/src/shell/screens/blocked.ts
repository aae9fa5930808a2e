import { html, type TemplateResult } from 'lit/html.js';
import type { IdentityField, SideState } from '../../messages/side-state.ts';
import { birthDates, data, hostOf, names, nhsNumbers, type Sides } from '../words.ts';
import { screen } from './screen.ts';

type Blocked = Extract<SideState, { kind: 'blocked' }>;

const FIELDS: Record<
  IdentityField,
  { readonly title: string; readonly sides: (sides: Sides) => TemplateResult }
> = {
  born: { title: 'Date of birth differs.', sides: birthDates },
  family: { title: 'Name differs.', sides: names },
  'nhs-number': { title: 'NHS number differs.', sides: nhsNumbers },
};

/** Shows only the field in doubt. Any other field could belong to another person. */
export const blocked = (state: Blocked) =>
  screen(
    'Nothing is shown: this may be another person',
    (heading) =>
      html`<div class="doubt">
        <h1><span aria-hidden="true">▲ </span>${heading}</h1>
        ${reason(state)}
        <p>Check both before you act on either. Then have the wrong one put right where it is kept.</p>
      </div>`,
  );

function reason(state: Blocked) {
  const host = data(hostOf(state.origin));
  switch (state.why) {
    case 'differs':
      return state.differs.map(
        (field) => html`<p><strong>${FIELDS[field].title}</strong> ${FIELDS[field].sides(state)}</p>`,
      );
    case 'host-shows-no-birth-date':
      return html`<p>
        <strong>No date of birth on this page.</strong> ${host} shows none, and an NHS number alone is not
        enough.
      </p>`;
    case 'record-has-no-birth-date':
      return html`<p>
        <strong>No whole date of birth in the record.</strong> It cannot be compared with the one on ${host}.
      </p>`;
    case 'several-records':
      return html`<p><strong>More than one record has this NHS number.</strong></p>`;
  }
}
