import type { Identity } from '@ehch/clinical';
import {
  ageAtDeath,
  formatAge,
  formatDate,
  formatName,
  formatNhsNumber,
  formatTime,
} from '@ehch/clinical/display';
import { londonDate } from '@ehch/clinical/time';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { numberPairs } from './number-pairs.ts';
import { pair } from './pair.ts';
import type { ShownState } from './panel-state.ts';
import { data, hostOf, whole } from './words.ts';

/**
 * Says whose record the panel shows. The shell draws it, never the renderer, so that no data of a record can change it.
 * Order and forms follow the CUI patient banner (PAB-0016): name, born, gender, NHS number.
 */
export function identityHeader(state: ShownState): TemplateResult {
  const person = personOf(state);
  const { name, born } = listed(state);
  return html`<h1>${data(formatName(name))}</h1>
    <dl>
      ${pair('Born', whole(`${formatDate(born)}${age(state)}`))}
      ${person?.death.state === 'died' ? died(person) : nothing}
      ${person?.gender ? pair('Gender', data(capital(person.gender))) : nothing}
      ${
        state.kind === 'shown'
          ? pair('NHS No.', whole(formatNhsNumber(state.record.nhsNumber)))
          : numberPairs(state.listed)
      }
      ${person?.preferredName ? pair('Preferred name', data(person.preferredName)) : nothing}
      ${person?.otherNames.length ? pair('Other names', data(person.otherNames.map(formatName).join('; '))) : nothing}
    </dl>
    <p class="as-in">${sourceWords(state)}</p>`;
}

/** Who says that this is the person: a page that was read, or somebody who chose. */
function sourceWords(state: ShownState): TemplateResult {
  if (state.kind === 'by-hand')
    return html`<strong>Chosen by hand at ${whole(formatTime(state.since))}</strong>, not read from a screen`;
  return html`As in ${data(hostOf(state.origin))}
  ${
    state.warns.length === 0
      ? html`<span class="matches"><span aria-hidden="true">✓ </span>matches</span>`
      : html`<span class="differs"><span aria-hidden="true">▲ </span>see below</span>`
  }`;
}

const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);

const listed = (state: ShownState) => (state.kind === 'shown' ? state.record : state.listed);

/** The person in the view's identity section. `null` while it loads, where it failed, or where records disagree. */
function personOf({ view }: ShownState): Identity | null {
  const section = view?.sections.identity;
  return section?.state === 'known' && section.content.kind === 'recorded' ? section.content.value : null;
}

/**
 * An age must not run on after death (CUI PAB-0055), so none appears until the record says whether the person lives.
 */
function age(state: ShownState): string {
  if (state.view === null || state.view.sections.identity.state === 'loading') return '';
  if (personOf(state)?.death.state === 'died') return '';
  const years = formatAge(listed(state).born, londonDate(state.now));
  return years === null ? '' : ` (${years})`;
}

/** The date of death, and the age at it if both dates are whole (CUI PAB-0055..0060). */
function died({ born, death }: Identity) {
  if (death.state !== 'died') return nothing;
  const at = ageAtDeath(born, death.on);
  return html`${pair('Died', data(death.on === null ? 'Date not recorded' : formatDate(death.on)))}
  ${at === null ? nothing : pair('Age at Death', data(at))}`;
}
