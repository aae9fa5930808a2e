import { formatName, roomName } from '@ehch/clinical/display';
import type { Identity, ResidentView, Section } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { cautions } from '../internal/cautions.ts';
import { heading } from '../internal/heading.ts';
import { namesakes, namesakesNotKnown } from '../internal/namesakes.ts';
import { nhsNumber } from '../internal/nhs-number.ts';
import type { Shown } from '../internal/resident-element.ts';
import { WITHHELD, errorWords } from '../internal/section-words.ts';
import { undisputed } from '../internal/section-surroundings.ts';
import { data } from '../internal/text.ts';
import { day } from '../internal/when.ts';

/** Whose form this is, always in sight of the first question. CUI PAB-0016: name, born, NHS number, and nothing clinical. */
export function renderIdentityBanner(shown: Shown, level: number): TemplateResult {
  const section = shown.state === 'view' ? shown.view.sections.identity : null;
  const person = section === null ? null : undisputed(section);
  if (person === null) {
    return html`<div class="banner" part="banner">
      ${heading(level, 'who', 'Name not shown here')}
      <p class="notice strong">${unknown(section)}. Make sure who this is before you go on.</p>
    </div>`;
  }
  const { born, death } = person;
  // A form filled for the wrong one of two namesakes is signed into the wrong record: the room says which is which.
  const warning = shown.state === 'view' ? warningOf(shown.view) : nothing;
  const room = warning === nothing ? null : (person.stay?.room ?? null);
  return html`<div class="banner ${death.state}" part="banner">
    ${heading(level, 'who', data(formatName(person.name)))}
    <dl class="identity">
      ${pair('Born', born === null ? 'Not recorded' : day(born))} ${pair('NHS No.', nhsNumber(person.nhsNumber))}
      ${room === null ? nothing : pair('Room', data(roomName(room)))}
      ${death.state === 'died' ? pair('Died', death.on === null ? 'Date not recorded' : day(death.on)) : nothing}
    </dl>
    ${cautions(person)} ${warning}
  </div>`;
}

/** Another person of that name, or that nobody could look for one: either way the room helps to tell who this is. */
function warningOf(view: ResidentView): TemplateResult | typeof nothing {
  const known = namesakes(view);
  return known === nothing ? namesakesNotKnown(view) : known;
}

function unknown(section: Section<Identity> | null): string {
  switch (section?.state) {
    case undefined:
      return 'This page gives no record';
    case 'loading':
      return 'The name is loading';
    case 'withheld':
      return `The name is ${WITHHELD[section.why]}`;
    case 'failed':
      return `The name could not be loaded: ${errorWords(section.error)}`;
    case 'known':
      return section.content.kind === 'disagree'
        ? 'Records disagree about who this is'
        : 'The name is not recorded';
  }
}

function pair(label: string, value: unknown): TemplateResult {
  return html`<div class="pair">
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}
