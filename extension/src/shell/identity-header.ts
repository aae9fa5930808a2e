import type { Identity } from '@ehch/clinical';
import { ageAtDeath, formatAge, formatDate, formatName, formatNhsNumber } from '@ehch/clinical/display';
import { londonDate } from '@ehch/clinical/time';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SideState } from '../messages/side-state.ts';
import { data, hostOf, nameInRecord, whole } from './words.ts';

type Shown = Extract<SideState, { kind: 'shown' }>;

/**
 * Says whose record the panel shows. The shell draws it, never the renderer, so that no data of a record can change it.
 * Order and forms follow the CUI patient banner (PAB-0016): name, born, gender, NHS number.
 */
export function identityHeader(state: Shown): TemplateResult {
  const { record, origin, warns } = state;
  const person = personOf(state);
  return html`<h1>${data(nameInRecord(record))}</h1>
    <dl>
      ${pair('Born', `${formatDate(record.born)}${age(state)}`, whole)}
      ${person?.death.state === 'died' ? died(person) : nothing}
      ${person?.gender ? pair('Gender', person.gender.slice(0, 1).toUpperCase() + person.gender.slice(1)) : nothing}
      ${pair('NHS No.', formatNhsNumber(record.nhsNumber), whole)}
      ${person?.preferredName ? pair('Preferred name', person.preferredName) : nothing}
      ${person?.otherNames.length ? pair('Other names', person.otherNames.map(formatName).join('; ')) : nothing}
    </dl>
    <p class="as-in">
      As in ${data(hostOf(origin))}
      ${
        warns.length === 0
          ? html`<span class="matches"><span aria-hidden="true">✓ </span>matches</span>`
          : html`<span class="differs"><span aria-hidden="true">▲ </span>see below</span>`
      }
    </p>`;
}

/** The person in the view's identity section. `null` while it loads, where it failed, or where records disagree. */
function personOf({ view }: Shown): Identity | null {
  const section = view?.sections.identity;
  return section?.state === 'known' && section.content.kind === 'recorded' ? section.content.value : null;
}

/**
 * An age must not run on after death (CUI PAB-0055), so none appears until the record says whether the person lives.
 */
function age(state: Shown): string {
  if (state.view === null || state.view.sections.identity.state === 'loading') return '';
  if (personOf(state)?.death.state === 'died') return '';
  const years = formatAge(state.record.born, londonDate(state.now));
  return years === null ? '' : ` (${years})`;
}

/** The date of death, and the age at it if both dates are whole (CUI PAB-0055..0060). */
function died({ born, death }: Identity) {
  if (death.state !== 'died') return nothing;
  const at = ageAtDeath(born, death.on);
  return html`${pair('Died', death.on === null ? 'Date not recorded' : formatDate(death.on))}
  ${at === null ? nothing : pair('Age at Death', at)}`;
}

function pair(label: string, value: string, write = data): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd>${write(value)}</dd>
  </div>`;
}
