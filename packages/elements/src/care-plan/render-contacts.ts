import { unreadIn } from '@ehch/clinical';
import type { PlanLine, ToldContact } from '@ehch/clinical/care-plan';
import { spanOf } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { besideFact } from '../internal/beside-fact.ts';
import { cautions } from '../internal/cautions.ts';
import { NOTHING_COMMON } from '../internal/common-record.ts';
import { fact, provenance } from '../internal/fact.ts';
import { phone } from '../internal/phone.ts';
import { data, joined, lines, strong } from '../internal/text.ts';
import { dated, day } from '../internal/when.ts';
import { addLine, editRow } from './edit-line.ts';
import { bodyIn } from './body-in.ts';
import { planCard } from './plan-frame.ts';
import type { PlanSurroundings } from './plan-surroundings.ts';

/** Who is near, with what each may be told, and who must not be told. */
export function renderContacts(around: PlanSurroundings): TemplateResult {
  const others = bodyIn(around.plan)?.toldOthers ?? [];
  return planCard<readonly ToldContact[]>(
    {
      name: 'contacts',
      title: 'People, and who may be told what',
      from: 'people',
      section: around.plan.contacts,
      notRecorded: 'Nobody to contact is recorded.',
      facts: (all) => all.map(({ contact }) => contact),
      body: list,
      below: () =>
        others.length === 0
          ? nothing
          : html`<p class="between">Named in the plan${isWhole(around) ? ', and not among the contacts' : nothing}</p>
              <ul class="facts">
                ${others.map((one) => [unlisted(one, around), editRow(one.id, around)])}
              </ul>`,
    },
    around,
  );
}

/** Guard: what is not read yet is not none. The head of the card says what is missing. */
function isWhole({ plan: { contacts } }: PlanSurroundings): boolean {
  return contacts.state === 'known' && unreadIn(contacts).length === 0;
}

function list(all: readonly ToldContact[], around: PlanSurroundings) {
  if (all.length === 0)
    return isWhole(around) ? html`<p class="missing">Nobody to contact is recorded.</p>` : nothing;
  return html`<ul class="facts">
    ${all.map((one) => [person(one, around), toldRow(one, around)])}
  </ul>`;
}

function person({ contact, told }: ToldContact, around: PlanSurroundings): TemplateResult {
  const { name, relation, roles, phones, until } = contact;
  const end = spanOf(until)?.to;
  return fact(
    html`${joined([
      strong(name),
      data(relation),
      data(roles.join(', ') || null),
      ...phones.map(phone),
      until === null
        ? null
        : end !== undefined && end < around.today
          ? html`<strong class="old">until ${day(until)}, which has passed</strong>`
          : dated('until', until),
    ])}
    ${told === 'not-read' ? NOT_READ : told.length === 0 ? NOT_SAID : told.map((line) => telling(line, around))}`,
    contact,
    around,
  );
}

/** How what this contact may be told is changed. Nobody adds to what could not be read. */
function toldRow({ contact: { name }, told }: ToldContact, around: PlanSurroundings) {
  if (told === 'not-read') return nothing;
  const add =
    told.length === 0 ? addLine('told', `Say what ${name} may be told`, around, { person: name }) : nothing;
  return add === nothing ? told.map(({ id }) => editRow(id, around)) : html`<li class="fact">${add}</li>`;
}

const NOT_READ = html`<span class="parts"
  >What may be told could not be read. <strong>Ask before you tell.</strong></span
>`;
const NOT_SAID = html`<span class="parts">What may be told is not recorded. Ask before you tell.</span>`;

/** Whoever must not be told stands with a shape and a word, and never only as the absence of a permission. */
function telling(line: PlanLine<'told'>, around: PlanSurroundings): TemplateResult {
  const { may, mustNot } = line.fields;
  return html`${
    mustNot === null
      ? nothing
      : html`<strong class="parts must-not">▲ Must NOT be told: ${lines(mustNot)}</strong>`
  } <span class="parts">May be told: ${may === null ? 'not recorded' : lines(may)} ${provenance(line, around)}</span>
    ${cautions(line)}${besideFact(line)}`;
}

function unlisted(line: PlanLine<'told'>, around: PlanSurroundings): TemplateResult {
  return html`<li class="fact">
    ${strong(line.fields.person ?? 'Nobody named')} ${telling(line, { ...around, common: NOTHING_COMMON })}
  </li>`;
}
