import type { LinkableItem, LinkableResident, LinkCandidate, ResidentId } from '@ehch/clinical';
import { formatName } from '@ehch/clinical/display';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { knownResident } from '../internal/known-resident.ts';
import { count, data } from '../internal/text.ts';
import { moment } from '../internal/when.ts';
import { linkingPresses } from './linking-press.ts';

const { press, typed } = linkingPresses;

/** Whoever is open, and what a person has chosen so far. */
export interface OpenResident {
  readonly resident: ResidentId;
  /** Whom a person called the same; `null`: nobody yet. */
  readonly candidate: ResidentId | null;
  readonly ticked: readonly string[];
}

export interface LinkingOnScreen {
  readonly residents: readonly LinkableResident[];
  readonly isIncomplete: boolean;
  readonly open: OpenResident | null;
  readonly level: number;
  readonly today: string;
  readonly isBusy: boolean;
}

type Part = TemplateResult | typeof nothing;

export function renderResidents(shown: LinkingOnScreen): TemplateResult {
  const { residents, isIncomplete } = shown;
  return html`<div class="card">
    <p>
      Nothing is sent by itself. Choose for each resident who it is on the server, and then what is sent. What you
      do not link stays on this PC.
    </p>
    ${
      isIncomplete
        ? html`<p class="notice strong">A list could not be read whole, so somebody may be missing below.</p>`
        : nothing
    }
    ${
      residents.length === 0
        ? html`<p>Nobody was put on a list here.</p>`
        : html`<ul class="items">
            ${residents.map((one) => row(one, shown))}
          </ul>`
    }
  </div>`;
}

function row(one: LinkableResident, shown: LinkingOnScreen): TemplateResult {
  const isOpen = shown.open?.resident === one.resident;
  return html`<li class="row">
    <button
      type="button"
      class="toggle"
      aria-expanded=${isOpen}
      ${press({ kind: 'open', resident: one.resident })}
    >
      ${data(formatName(one.name))}
    </button>
    <p class="meta">${linkedWords(one)}</p>
    ${isOpen && shown.open !== null ? opened(one, shown.open, shown) : nothing}
  </li>`;
}

function linkedWords({ items, drafts, left }: LinkableResident): string {
  const linked = items.filter(({ state }) => state === 'linked').length;
  const unfinished =
    drafts === 0
      ? ''
      : ` ${count(drafts, 'unfinished draft')} ${drafts === 1 ? 'stays' : 'stay'} on this PC.`;
  const gone = left === null ? '' : ' No longer on the list.';
  return `${linked} of ${count(items.length, 'piece of work', 'pieces of work')} linked.${unfinished}${gone}`;
}

function opened(one: LinkableResident, open: OpenResident, shown: LinkingOnScreen): TemplateResult {
  const chosen = one.candidates.find(({ resident }) => resident === open.candidate);
  const offered = chosen === undefined ? one.candidates : [chosen];
  return html`<div class="sides">
      <div class="side">
        <p class="side-head">On this PC</p>
        ${knownResident(one, shown.today)}
      </div>
      ${offered.map((each) => candidate(one, each, chosen !== undefined, shown))}
    </div>
    ${chosen === undefined ? choice(one) : items(one, chosen, open, shown)}`;
}

const DIFFERS: Record<NonNullable<LinkCandidate['differs']>, string> = {
  born: 'The date of birth differs, or is not known whole. This cannot be linked.',
  'nhs-number': 'The NHS number differs, or is not known. This cannot be linked.',
  'two-people': 'Several people on the server’s list have this NHS number. This cannot be linked.',
};

function candidate(
  { linkedTo }: LinkableResident,
  each: LinkCandidate,
  isChosen: boolean,
  { today }: LinkingOnScreen,
): TemplateResult {
  const isAnother = linkedTo !== null && linkedTo !== each.resident;
  const mayChoose = each.differs === null && !isAnother && !isChosen;
  return html`<div class="side">
    <p class="side-head">On the server</p>
    ${knownResident(each, today)}
    ${each.hasOtherName ? html`<p class="notice strong">The name is another one. Make sure who it is.</p>` : nothing}
    ${each.differs === null ? nothing : html`<p class="strong">${DIFFERS[each.differs]}</p>`}
    ${isAnother ? html`<p class="strong">This resident was linked to somebody else before.</p>` : nothing}
    ${
      mayChoose
        ? html`<div class="buttons">
            <button type="button" ${press({ kind: 'same-person', candidate: each.resident })}>
              This is the same person
            </button>
          </div>`
        : nothing
    }
  </div>`;
}

function choice({ candidates }: LinkableResident): TemplateResult {
  return html`${
    candidates.length === 0
      ? html`<p>
            Nobody on the server’s list has this NHS number and date of birth. Correct them on this PC, or ask
            whoever keeps the server’s list.
          </p>`
      : nothing
  }
    <div class="buttons">
      <button type="button" ${press({ kind: 'none-of-these' })}>None of these: link nothing</button>
    </div>`;
}

const STANDS: Record<LinkableItem['stands'], string> = {
  signed: '',
  'taken-back': ' Taken back since, and sent as taken back.',
  'entered-in-error': ' Marked as entered in error since, and sent with that mark.',
};

function items(
  one: LinkableResident,
  chosen: LinkCandidate,
  { ticked }: OpenResident,
  { level, isBusy }: LinkingOnScreen,
): TemplateResult {
  const left = one.items.filter(({ state }) => state === 'not-linked');
  return html`${heading(level + 1, 'items', 'What is sent')}
    <ul class="items">
      ${one.items.map((item) => itemRow(item, ticked.includes(item.intent)))}
    </ul>
    ${one.items.length === 0 ? html`<p>Nothing was signed for this resident.</p>` : nothing}
    <div class="buttons">
      ${
        left.length > 1
          ? html`<button type="button" ${press({ kind: 'tick-all' })}>Choose all ${left.length}</button>`
          : nothing
      }
      ${
        ticked.length === 0
          ? nothing
          : html`<button type="button" aria-disabled=${isBusy} ${press({ kind: 'link' })}>
              Send ${count(ticked.length, 'piece of work', 'pieces of work')} to the record of
              ${data(formatName(chosen.name))}
            </button>`
      }
      <button type="button" ${press({ kind: 'none-of-these' })}>Link nothing</button>
    </div>`;
}

function itemRow({ intent, title, pressedAt, author, stands, state }: LinkableItem, isTicked: boolean): Part {
  const words = html`<span
    >${data(title)}, signed ${moment(pressedAt)} by ${data(author)}.${STANDS[stands]}${
      state === 'linked' ? html` <strong>Linked.</strong>` : nothing
    }</span
  >`;
  if (state === 'linked') return html`<li class="row">${words}</li>`;
  return html`<li class="row">
    <label class="option"
      ><input
        type="checkbox"
        .checked=${isTicked}
        ${typed('change', 'tick', (_, isChecked) => ({ kind: 'tick', intent, isTicked: isChecked }))}
      />${words}</label
    >
  </li>`;
}
