import { unreadIn } from '@ehch/clinical';
import { ageAtDeath, formatAge, formatName } from '@ehch/clinical/display';
import type { Identity, Section } from '@ehch/clinical';
import type { CivilDate } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { cautions } from '../../internal/cautions.ts';
import { provenance } from '../../internal/fact.ts';
import { hasNamesake, namesakes } from '../../internal/namesakes.ts';
import { heading } from '../../internal/heading.ts';
import { nhsNumber } from '../../internal/nhs-number.ts';
import { stateWords } from '../../internal/section-frame.ts';
import { ageWords, gaps, retry } from '../../internal/section-standing.ts';
import { undisputed } from '../../internal/section-surroundings.ts';
import type { SectionSurroundings } from '../../internal/section-surroundings.ts';
import { data, joined } from '../../internal/text.ts';
import { day } from '../../internal/when.ts';

/**
 * Who this is: name, born, gender, NHS number, in the order of the CUI patient banner (PAB-0016), labels without
 * colons and values heavier than labels. No clinical fact stands in it.
 */
export function banner(around: SectionSurroundings, level: number): TemplateResult {
  const section = around.view.sections.identity;
  const person = undisputed(section);
  const { died } = around;
  const warns = hasNamesake(around.view) ? 'warns' : '';
  return html`<div class="banner ${died ? 'died' : ''} ${isDoubtful(section) || died ? 'stays' : warns}" part="banner">
    ${heading(level, 'who', person === null ? stateOf(section, around) : data(formatName(person.name)))}
    ${person === null ? unknown(section, around) : details(person, around.today)}
    ${section.state === 'known' ? html`${gaps(section)}${notes(section, around.today)}` : nothing}
    ${retry('identity', 'identity', section)} ${namesakes(around.view)}
  </div>`;
}

/** What a host's own banner may not know: then ours stays, even where the host asked to leave it to it. */
function isDoubtful(section: Section<Identity>): boolean {
  return (
    section.state !== 'known' ||
    section.content.kind !== 'recorded' ||
    unreadIn(section).some(({ why }) => why !== 'loading') ||
    section.content.value.cautions.length > 0
  );
}

function stateOf(section: Section<Identity>, around: SectionSurroundings) {
  if (section.state !== 'known') return html`Name ${stateWords({}, section, around)}`;
  return section.content.kind === 'disagree' ? 'Records disagree about who this is' : 'Name not recorded';
}

function unknown(section: Section<Identity>, around: SectionSurroundings) {
  const sides = section.state === 'known' && section.content.kind === 'disagree' ? section.content.sides : [];
  return html`<p class="notice strong">Make sure who this is before you use anything below.</p>
    ${sides.map(
      (side) =>
        html`<p class="side-head">${data(formatName(side.value.name))} ${provenance(side, { today: around.today })}</p>
          ${details(side.value, around.today)}`,
    )}`;
}

function notes(section: Parameters<typeof ageWords>[0], today: CivilDate) {
  const words = joined(ageWords(section, today));
  return words.length === 0 ? nothing : html`<p class="state">Identity ${words}</p>`;
}

function details(person: Identity, today: CivilDate) {
  const { born, death, gender } = person;
  const age = born === null || death.state === 'died' ? null : formatAge(born, today);
  return html`<dl class="identity">
      ${pair('Born', born === null ? 'Not recorded' : html`${day(born)}${age === null ? nothing : html` (${age})`}`)}
      ${pair('Gender', gender === null ? 'Not recorded' : `${gender.slice(0, 1).toUpperCase()}${gender.slice(1)}`)}
      ${pair('NHS No.', nhsNumber(person.nhsNumber))} ${death.state === 'died' ? diedPairs(person) : nothing}
      ${person.preferredName === null ? nothing : pair('Preferred name', data(person.preferredName))}
      ${
        person.otherNames.length === 0
          ? nothing
          : pair(
              'Other names',
              person.otherNames.map(
                (name, index) => html`${index === 0 ? '' : '; '}${data(formatName(name))}`,
              ),
            )
      }
      ${person.otherNumbers.map(({ label, value }) => pair(label, data(value)))}
    </dl>
    ${cautions(person)} ${more(person)}`;
}

/** What her own record holds beyond these words. */
function more({ more: left = [] }: Identity) {
  if (left.length === 0) return nothing;
  const words = left.map(({ name, text }) => (text === null ? name : `${name}: ${text}`));
  return html`<p class="more">More in the record: ${data(words.join('; '))}</p>`;
}

function pair(label: string, value: unknown): TemplateResult {
  return html`<div class="pair">
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** CUI PAB-0055..0060: not in brackets, and no running age. */
function diedPairs({ born, death }: Identity) {
  if (death.state !== 'died') return nothing;
  const age = born === null || death.on === null ? null : ageAtDeath(born, death.on);
  return html`${pair('Died', death.on === null ? 'Date not recorded' : day(death.on))}
  ${age === null ? nothing : pair('Age at Death', age)}`;
}
