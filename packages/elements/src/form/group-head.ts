import { plainText } from '@ehch/clinical/display';
import type { GroupSummary } from '@ehch/clinical/assessment';
import type { FormGroup, ItemKey, NotGiven, Offer } from '@ehch/clinical/form';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { count, data, joined } from '../internal/text.ts';
import { controls } from './controls.ts';
import type { GroupsLook } from './look.ts';
import { idOf } from './shown.ts';
import type { ShownForm } from './shown.ts';
import { offerWords, renderUse } from './suggestions.ts';
import { NOT_GIVEN } from './value-words.ts';

/** Whether a group of a section is closed to its heading and one line. An instrument is asked whole, and a list row by row. */
export function folds({ instrument, repeats }: FormGroup): boolean {
  return instrument === undefined && repeats !== true;
}

/** The heading of a group as the button that opens it, with what is left; closed, with its answers in words. */
export function renderFold(
  shown: ShownForm,
  groups: GroupsLook,
  key: ItemKey,
  title: string,
  level: number,
): TemplateResult {
  const isOpen = groups.open.get(key) === true;
  const summary = groups.summary(key);
  const button = html`<button
    type="button"
    class="fold"
    aria-expanded=${isOpen ? 'true' : 'false'}
    ${controls.press({ kind: 'open-group', key, open: !isOpen })}
  ><span>${title}</span> <span class="left">${joined(stateWords(summary))}</span></button>`;
  return html`<legend>${heading(level, idOf(shown, key, 't'), button)}</legend>${
    isOpen || summary.words === '' ? nothing : html`<div class="said-so-far">${data(summary.words)}</div>`
  }`;
}

const STATES: Partial<Record<GroupSummary['state'], string>> = {
  answered: 'answered',
  'as-last-time': 'as last time',
  'not-assessed': 'not assessed',
  'nothing-asked': 'nothing asked',
};

function stateWords({ state, toAsk, notAssessed, offers }: GroupSummary): readonly (string | null)[] {
  return [
    toAsk > 0 ? `${toAsk} to ask` : (STATES[state] ?? null),
    notAssessed > 0 && state !== 'not-assessed' ? `${notAssessed} not assessed` : null,
    offers.length > 0 ? `${offers.length} offered` : null,
  ];
}

/** What can be done for a group at once: what is offered to it, one line each, and "not assessed because …". */
export function renderGroupTools(
  { look }: ShownForm,
  groups: GroupsLook,
  group: ItemKey,
  title: string,
): TemplateResult | typeof nothing {
  const { offers, toAsk, lastNotAssessed: keys } = groups.summary(group);
  const isOpen = groups.whyNot === group;
  if (offers.length + toAsk + keys.length === 0) return nothing;
  return html`<div class="group-tools">${
    offers.length === 0
      ? nothing
      : html`<ul class="offers" aria-label="Offered: ${title}">${offers.map((offer) =>
          renderOffer(offer, look.now),
        )}</ul>`
  }${renderAll(offers, group, title)}${
    toAsk === 0
      ? nothing
      : html`<button
          type="button"
          class="quiet"
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-label="Not assessed because…: ${title}, ${toAsk} to ask"
          ${controls.press({ kind: 'open-not-assessed-group', group: isOpen ? null : group })}
        >Not assessed because…</button>`
  }${isOpen && toAsk > 0 ? renderReasons(group, title, toAsk) : nothing}${
    keys.length === 0
      ? nothing
      : html`<button
          type="button"
          class="quiet"
          aria-label="Undo “not assessed”: ${title}, ${count(keys.length, 'question')}"
          ${controls.press({ kind: 'ask-again', group, keys })}
        >Undo “not assessed” (${keys.length})</button>`
  }</div>`;
}

function renderOffer(offer: Offer, now: GroupsNow): TemplateResult {
  const about = plainText(offer.about);
  return html`<li class="offer"
    ><span><strong>${about}</strong> ${offerWords(offer, now)}</span> ${renderUse(offer, about)}</li
  >`;
}

type GroupsNow = ShownForm['look']['now'];

function renderAll(offers: readonly Offer[], group: ItemKey, title: string): TemplateResult {
  const last = offers.filter(({ from }) => from === 'last-assessment').length;
  return html`${
    offers.length < 2
      ? nothing
      : html`<button
          type="button"
          aria-label="Use all of this group: ${title}, ${offers.length} offered"
          ${controls.press({ kind: 'use-all', group, shown: offers })}
        >Use all of this group</button>`
  }${
    last === 0
      ? nothing
      : html`<button
          type="button"
          aria-label="As last time: ${title}"
          ${controls.press({ kind: 'as-last-time', group })}
        >As last time</button>`
  }`;
}

/** A reason for all that is still to ask. What was answered stays. */
function renderReasons(group: ItemKey, title: string, toAsk: number): TemplateResult {
  return html`<div class="options reasons" role="group" aria-label="Not assessed because…: ${title}"
    ><span class="aside">All ${toAsk} without an answer:</span>${(
      Object.keys(NOT_GIVEN) as NotGiven['state'][]
    ).map(
      (state) =>
        html`<button
          type="button"
          ${controls.press({ kind: 'not-assessed-group', group, state, reason: null })}
        >${NOT_GIVEN[state]}</button>`,
    )}</div>`;
}
