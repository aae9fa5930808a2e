import type { Author } from '@ehch/clinical';
import { planCopy } from '@ehch/clinical/care-plan';
import type { CopyPart, ToldContact } from '@ehch/clinical/care-plan';
import { speakDate } from '@ehch/clinical/display';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { hasNamesake } from '../../internal/namesakes.ts';
import { undisputed } from '../../internal/section-surroundings.ts';
import { data, lines } from '../../internal/text.ts';
import { planPresses } from '../care-plan-press.ts';
import { copyStop } from './copy-stops.ts';
import type { CopyToCompare, PreparedCopy } from './copy-stops.ts';
import { objectionWords } from '../objection-words.ts';
import type { PlanSurroundings } from '../plan-surroundings.ts';

const { press, typed } = planPresses;

/** Gets a copy in plain English ready: for whom, and what goes on it. */
export function renderCopyChooser(copy: PreparedCopy, around: PlanSurroundings): TemplateResult {
  const contacts = contactsIn(around);
  const contact = contactOf(copy, around);
  const choosable = partsOf(around).filter(({ heading }) => heading !== ABOUT);
  const compared = copyToCompare(copy, around);
  const stop = copyStop(copy, contact, compared);
  return html`<div class="form" role="group" aria-label="A copy in plain English">
    <fieldset class="choice-of">
      <legend>For whom is the copy?</legend>
      ${option('whom', 'For the resident', copy.whom === 'resident', () => ({ kind: 'copy-for', whom: 'resident' }))}
      ${contacts.map(({ contact: { name, relation } }) =>
        option(
          'whom',
          html`<span>${data(name)}${relation === null ? nothing : html`, ${data(relation)}`}</span>`,
          contact?.contact.name === name,
          () => ({ kind: 'copy-for', whom: { contact: name } }),
        ),
      )}
    </fieldset>
    ${contact === null ? nothing : forContact(copy, choosable, contact, compared)}
    ${stop === null ? nothing : html`<p class="aside">${stop}</p>`}
    <div class="buttons">
      <button type="button" aria-disabled=${stop !== null} ${press({ kind: 'print-copy' })}>Print the copy</button>
      <button type="button" ${press({ kind: 'open-copy', isOpen: false })}>No copy</button>
    </div>
  </div>`;
}

/** The words of what may be told stand beside what is ticked: only a person can compare the two. */
function forContact(
  copy: PreparedCopy,
  parts: readonly CopyPart[],
  { contact, told }: ToldContact,
  { mustNot, words }: CopyToCompare,
): TemplateResult {
  if (told === 'not-read') return html``;
  return html`${told.map(
    ({ fields: { may } }) =>
      html`<p>May be told: <strong>${may === null ? 'not recorded' : lines(may)}</strong></p>`,
  )}
    ${mustNot.map((one) => html`<p class="must-not"><strong>▲ ${lines(one)}</strong></p>`)}
    <fieldset class="choice-of">
      <legend>What goes on the copy for ${data(contact.name)}?</legend>
      ${parts.map(
        ({ heading }) => html`<label class="tick">
          <input
            type="checkbox"
            .checked=${copy.parts.has(heading)}
            ${typed('change', 'tick-copy', (_text, isTicked) => ({ kind: 'tick-copy', part: heading, isTicked }))}
          />
          ${heading}
        </label>`,
      )}
    </fieldset>
    ${
      mustNot.length === 0
        ? nothing
        : html`<label class="tick">
            <input
              type="checkbox"
              .checked=${copy.lookedAt === words}
              ${typed('change', 'look-at-copy', (_, isTicked) => ({
                kind: 'look-at-copy',
                words: isTicked ? words : null,
              }))}
            />
            I have read these parts. Nothing on them must not be told or shared.
          </label>`
    }`;
}

/** Of the copy as it reads now: what must not be told or shared, and what goes on it. */
export function copyToCompare(copy: PreparedCopy, around: PlanSurroundings): CopyToCompare {
  const { objections } = around.plan;
  const told = contactOf(copy, around)?.told ?? 'not-read';
  const secrets = told === 'not-read' ? [] : told.flatMap(({ fields }) => fields.mustNot ?? []);
  const mustNot = [
    ...secrets.map((one) => `Must NOT be told: ${one}`),
    ...objections.lines.map((one) => `Objects to sharing: ${objectionWords(one)}`),
  ];
  const parts = partsOf(around).filter(({ heading }) => copy.parts.has(heading));
  return { isRead: objections.isRead, mustNot, words: JSON.stringify([mustNot, parts]) };
}

/** The last part: when it was printed. It goes on every copy. */
const ABOUT = 'About this copy';

function partsOf({ plan, today, mayGiveToFamily }: PlanSurroundings): readonly CopyPart[] {
  return planCopy(plan, today, { mayGiveToFamily }) ?? [];
}

type CopyFor = { readonly kind: 'copy-for'; readonly whom: Exclude<PreparedCopy['whom'], null> };

function option(name: string, label: unknown, isChosen: boolean, act: () => CopyFor): TemplateResult {
  return html`<label class="tick">
    <input type="radio" name=${name} .checked=${isChosen} ${typed('change', 'copy-for', act)} />
    ${label}
  </label>`;
}

function contactsIn({ plan: { contacts } }: PlanSurroundings): readonly ToldContact[] {
  return contacts.state === 'known' && contacts.content.kind === 'recorded' ? contacts.content.value : [];
}

/** The contact for whom the copy is, as the record has this person now. */
export function contactOf({ whom }: PreparedCopy, around: PlanSurroundings): ToldContact | null {
  if (whom === null || whom === 'resident') return null;
  return contactsIn(around).find(({ contact }) => contact.name === whom.contact) ?? null;
}

/** The copy as a document of its own: large, dates as they are spoken, and no number that tells who this is. */
export function renderCopy(
  copy: PreparedCopy,
  around: PlanSurroundings,
  author: Author | null,
): TemplateResult {
  const isOwn = copy.whom === 'resident';
  const parts = partsOf(around).filter(
    ({ heading }) => isOwn || heading === ABOUT || copy.parts.has(heading),
  );
  const whose = whoseCopy(around);
  const by = author?.name ?? null;
  return html`<div class="sheet">
    <div class="running">
      <div class="running-words">
        <strong>Plan of ${whose}</strong>
        <span>Made on ${speakDate(around.today)}${by === null ? nothing : html` by ${data(by)}`}</span>
      </div>
    </div>
    <div class="rest">
      <h1>${isOwn ? 'My plan' : html`From the plan of ${whose}`}</h1>
      <p>${
        isOwn
          ? 'This is a copy of your plan.'
          : html`For ${data(contactOf(copy, around)?.contact.name ?? '')}. This is a part of the plan, chosen for you.`
      }</p>
      ${parts.map(
        ({ heading, lines: said }) => html`<section>
          <h2>${heading}</h2>
          ${said.map((one) => html`<p>${lines(one)}</p>`)}
        </section>`,
      )}
      <p>
        ${isOwn ? NOT_ON_IT : 'Please keep it to yourself.'}
      </p>
    </div>
  </div>`;
}

const NOT_ON_IT =
  'Not on this sheet: who may be told what, how you decide, and where medicines are. You can ask to see them.';

/** The name that people use, with the family name. Only where somebody else has that name the birth date tells them apart. */
function whoseCopy({ view }: PlanSurroundings): TemplateResult {
  const person = undisputed(view.sections.identity);
  if (person === null || person.name === null) return html`somebody whose name is not certain`;
  const { name, preferredName, born } = person;
  const given = preferredName ?? name.given[0] ?? '';
  const words = name.family === null ? (name.text ?? given) : `${given} ${name.family}`;
  const isAlone = !hasNamesake(view) || born === null;
  return html`${data(words)}${isAlone ? nothing : `, born ${speakDate(born)}`}`;
}
