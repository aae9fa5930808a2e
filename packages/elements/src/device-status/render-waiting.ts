import type { WaitingForPerson } from '@ehch/clinical';
import { plainText } from '@ehch/clinical/display';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { heading } from '../internal/heading.ts';
import { data, lines } from '../internal/text.ts';
import { troubleWords } from '../internal/trouble-words.ts';
import { moment } from '../internal/when.ts';
import { presses } from './device-press.ts';
import { renderDecisions } from './render-decisions.ts';
import { waitsWords } from './status-words.ts';
import type { Waiting } from './waiting-list.ts';
import {
  AS_RECORDED,
  choicesOf,
  DELETED,
  meaning,
  NOT_KNOWN,
  NOTHING,
  SIDE,
  sidesOf,
  MINE_ALONE,
  THEIRS_ALONE,
  TOGETHER,
  whyWords,
} from './waiting-words.ts';
import type { WaitingField } from './waiting-words.ts';

const { press } = presses;

/** What waits, each closed until somebody opens it. No resident's name stands here: nobody knows who is looking. */
export function renderWaiting(
  waiting: Waiting,
  {
    count,
    level,
    isOvertaken,
  }: { readonly count: number; readonly level: number; readonly isOvertaken: boolean },
): TemplateResult {
  const listed = waiting.list.state === 'known' ? waiting.list.items.length : 0;
  return html`<section class="card" part="waiting" aria-labelledby="waiting">
    ${heading(level, 'waiting', waitsWords(Math.max(count, listed)))}
    ${waiting.said === null ? nothing : html`<p class="strong">${waiting.said}</p>`}
    ${content(waiting, count, isOvertaken)}
  </section>`;
}

function content({ list, ...waiting }: Waiting, count: number, isOvertaken: boolean): TemplateResult {
  if (list.state === 'asking') return html`<p class="aside">Asking what it is.</p>`;
  if (list.state === 'failed')
    return html`<p class="notice">What waits could not be read: ${troubleWords(list.error)}.</p>
      <button type="button" ${press({ kind: 'ask-again' })}>Ask again</button>`;
  const { items } = list;
  return html`<ul class="items">
      ${repeat(
        items,
        ({ intent }) => intent,
        (item) => row(item, { list, ...waiting }, isOvertaken),
      )}
    </ul>
    ${items.length < count ? html`<p class="notice">Only ${items.length} of ${count} could be read.</p>` : nothing}`;
}

function row(item: WaitingForPerson, waiting: Waiting, isOvertaken: boolean): TemplateResult {
  const isOpen = waiting.open?.intent === item.intent;
  return html`<li class="item" data-intent=${item.intent}>
    <button class="toggle" type="button" aria-expanded=${isOpen} ${press({ kind: 'open', intent: item.intent })}>
      <span>${data(item.title)}: ${whyWords(item)}</span>
    </button>
    <span class="meta">${when(item)}</span>
    ${waiting.open === null || !isOpen ? nothing : opened(waiting.open, waiting, isOvertaken)}
  </li>`;
}

/** Of what cannot be read, not even the time of the press may be known. */
function when({ pressedAt }: WaitingForPerson): TemplateResult | string {
  return pressedAt === '' ? NOT_KNOWN.time : moment(pressedAt);
}

function opened(item: WaitingForPerson, waiting: Waiting, isOvertaken: boolean): TemplateResult {
  return html`<div class="opened">
      <p>Written ${when(item)} by ${item.author === '' ? NOT_KNOWN.author : data(item.author)}.</p>
      ${changed(item)}
      <p class="aside">${meaning(item)}</p>
      ${item.words.map((words) => html`<p>The server said: <q>${lines(words)}</q></p>`)}
      ${item.why?.map((words) => html`<p>${lines(words)}</p>`)}
      ${isWhole(item) ? html`<p class="strong">${TOGETHER}</p>` : nothing}
      ${item.fields.map((field) => compared(item, field, waiting))}
      ${
        item.state === 'unreadable'
          ? html`<p>Tell support this reference: <strong class="reference">${data(item.intent)}</strong></p>`
          : nothing
      }
      ${renderDecisions(item, waiting, isOvertaken)}
    </div>
    <p class="paper">What it says is not printed: no name stands beside it. Open it on screen.</p>`;
}

/** Whether several fields are one choice. */
function isWhole(item: WaitingForPerson): boolean {
  const chosen = item.fields.filter(({ choice }) => choice !== undefined);
  return chosen.length > 1 && choicesOf(item).length === 1;
}

function changed({ state, isDeleted, changed: by }: WaitingForPerson): TemplateResult | typeof nothing {
  if (state !== 'conflict') return nothing;
  if (isDeleted === true) return html`<p class="strong">${DELETED}</p>`;
  if (by === undefined) return html`<p>The server does not say who changed it.</p>`;
  return html`<p>
    Changed on the server${by.at === null ? nothing : html` ${moment(by.at)}`} by
    ${by.by === null ? 'somebody whom it does not name' : data(by.by)}.
  </p>`;
}

/** One field: what it was, both versions side by side, and which one it shall be where that is a choice of its own. */
function compared(item: WaitingForPerson, field: WaitingField, waiting: Waiting): TemplateResult {
  const mark = field.asRecorded === true ? AS_RECORDED : '';
  return html`<div class="compared" role="group" aria-label=${`${plainText(field.label)} ${mark}`.trim()}>
    <p class="strong" aria-hidden="true">${data(field.label)} <span class="aside">${mark}</span></p>
    ${field.isTheirsAlone === true ? html`<p class="aside">${THEIRS_ALONE}</p>` : nothing}
    ${field.isMineAlone === true ? html`<p class="aside">${MINE_ALONE}</p>` : nothing}
    <dl class="sides">
      ${sidesOf(item, field).map((side) => {
        const value = field[side];
        return html`<div class="side ${side}">
          <dt>${SIDE[side]}</dt>
          <dd>${value === null ? html`<span class="aside">${NOTHING[side]}</span>` : lines(value)}</dd>
        </div>`;
      })}
    </dl>
    ${
      field.choice === undefined || choicesOf(item).length < 2 || waiting.why !== null
        ? nothing
        : chooser(field.choice, waiting)
    }
  </div>`;
}

const TAKE = [
  ['mine', 'Take what was written here'],
  ['theirs', 'Take what the server has'],
] as const;

/** Nothing is chosen beforehand. */
function chooser(choice: string, { take, isTakeMissing, isDeciding }: Waiting): TemplateResult {
  return html`<div class="choice" role="radiogroup" aria-label="Which one it shall be">
    ${TAKE.map(
      ([side, words]) => html`<label>
        <input
          type="radio"
          name=${choice}
          ?disabled=${isDeciding}
          aria-describedby=${isTakeMissing && !Object.hasOwn(take, choice) ? 'take-missing' : nothing}
          .checked=${take[choice] === side}
          ${press({ kind: 'take', choice, side })}
        />
        ${words}
      </label>`,
    )}
  </div>`;
}
