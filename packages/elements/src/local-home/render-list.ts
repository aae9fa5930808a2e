import type { LocalResident } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { knownResident } from '../internal/known-resident.ts';
import { count } from '../internal/text.ts';
import { dayOr } from '../internal/when.ts';
import { homePresses } from './local-home-press.ts';
import { LEFT_WORDS } from './local-home-words.ts';

const { press } = homePresses;

/** What the list is drawn from. */
export interface ListOnScreen {
  readonly residents: readonly LocalResident[];
  readonly today: string;
  /** Whether the page has a place for what is changed. */
  readonly canWrite: boolean;
  /** A form is open, and is finished or closed first. */
  readonly isFormOpen: boolean;
  readonly isLeftShown: boolean;
}

export function renderList(shown: ListOnScreen): TemplateResult {
  const { residents, canWrite, isFormOpen } = shown;
  const mayPress = canWrite && !isFormOpen;
  const here = residents.filter(({ left }) => left === null);
  return html`<div class="card">
    <p>${count(here.length, 'resident')} on the list. Nothing leaves this PC.</p>
    ${
      here.length === 0
        ? nothing
        : html`<ul class="items">
            ${here.map((one) => row(one, shown))}
          </ul>`
    }
    ${canWrite ? nothing : html`<p class="meta">This page does not change the list.</p>`}
    ${
      mayPress
        ? html`<div class="buttons">
            <button type="button" ${press({ kind: 'add' })}>Add a resident</button>
          </div>`
        : nothing
    }
    ${left(shown)}
  </div>`;
}

function row(one: LocalResident, { today, canWrite, isFormOpen }: ListOnScreen): TemplateResult {
  const { resident } = one;
  return html`<li class="row">
    ${knownResident(one, today)}
    <div class="buttons">
      <button type="button" ${press({ kind: 'show-resident', resident })}>Open</button>
      ${
        canWrite && !isFormOpen
          ? html`<button type="button" ${press({ kind: 'correct', resident })}>Correct</button>
              <button type="button" ${press({ kind: 'take-off', resident })}>Take off the list</button>`
          : nothing
      }
    </div>
  </li>`;
}

/** Whoever has left is on no list. What was recorded of them can still be opened. */
function left({ residents, today, isLeftShown }: ListOnScreen): TemplateResult | typeof nothing {
  const gone = residents.flatMap((one) => (one.left === null ? [] : [{ ...one, left: one.left }]));
  if (gone.length === 0) return nothing;
  return html`<button
      type="button"
      class="toggle"
      aria-expanded=${isLeftShown}
      ${press({ kind: 'show-left', shown: !isLeftShown })}
    >
      ${count(gone.length, 'resident')} no longer on the list
    </button>
    ${
      isLeftShown
        ? html`<ul class="items">
            ${gone.map(
              (one) =>
                html`<li class="row">
                  ${knownResident(one, today)}
                  <span>${LEFT_WORDS[one.left.why]}: ${dayOr(one.left.on, 'day not known')}</span>
                  <div class="buttons">
                    <button type="button" ${press({ kind: 'show-resident', resident: one.resident })}>
                      Open
                    </button>
                  </div>
                </li>`,
            )}
          </ul>`
        : nothing
    }`;
}
