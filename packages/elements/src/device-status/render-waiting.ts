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
import { MEANING, NOT_KNOWN, NOTHING, SIDE, sidesOf, WHY } from './waiting-words.ts';

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
      <span>${data(item.title)}: ${WHY[item.state]}</span>
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
      <p class="aside">${MEANING[item.state]}</p>
      ${item.words.map((words) => html`<p>The server said: <q>${lines(words)}</q></p>`)}
      ${item.fields.map((field) => compared(item.state, field))}
      ${
        item.state === 'unreadable'
          ? html`<p>Tell support this reference: <strong class="reference">${data(item.intent)}</strong></p>`
          : nothing
      }
      ${renderDecisions(item, waiting, isOvertaken)}
    </div>
    <p class="paper">What it says is not printed: no name stands beside it. Open it on screen.</p>`;
}

function changed({ state, changed: by }: WaitingForPerson): TemplateResult | typeof nothing {
  if (state !== 'conflict') return nothing;
  if (by === undefined) return html`<p>The server does not say who changed it.</p>`;
  return html`<p>
    Changed on the server${by.at === null ? nothing : html` ${moment(by.at)}`} by
    ${by.by === null ? 'somebody whom it does not name' : data(by.by)}.
  </p>`;
}

/** One field: what it was, and both versions side by side. */
function compared(
  state: WaitingForPerson['state'],
  field: WaitingForPerson['fields'][number],
): TemplateResult {
  return html`<div class="compared" role="group" aria-label=${plainText(field.label)}>
    <p class="strong" aria-hidden="true">${data(field.label)}</p>
    <dl class="sides">
      ${sidesOf(state, field).map((side) => {
        const value = field[side];
        return html`<div class="side ${side}">
          <dt>${SIDE[side]}</dt>
          <dd>${value === null ? html`<span class="aside">${NOTHING[side]}</span>` : lines(value)}</dd>
        </div>`;
      })}
    </dl>
  </div>`;
}
