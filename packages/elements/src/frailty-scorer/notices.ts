import { plainText } from '@ehch/clinical/display';
import { withdrawnWords } from '@ehch/clinical/place';
import { canMerge } from '@ehch/clinical/session';
import type { Author } from '@ehch/clinical';
import type { FormItem } from '@ehch/clinical/form';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { data } from '../internal/text.ts';
import { day } from '../internal/when.ts';
import { press, typed } from './scorer-press.ts';
import type { SessionView } from './session-view.ts';

type Notice = TemplateResult | typeof nothing;

/** What came from elsewhere while somebody is answering. It is said and waits: no answer on screen gives way to it. */
export function elsewhere({ session, own, locked }: SessionView): Notice {
  const { draft, previous, record, merged } = session.elsewhere;
  if (locked !== null) return nothing;
  return html`${
    draft === null
      ? nothing
      : html`<div class="card notice" role="status">
          This form was changed elsewhere. What is on screen stays as it is.
          ${
            own !== null && canMerge(session, draft)
              ? html`<button type="button" ${press({ kind: 'merge' })}>Put both together</button>`
              : html`To see the other answers, open the form anew.`
          }
        </div>`
  }${
    previous === null
      ? nothing
      : html`<div class="card notice" role="status">
          There is another last assessment, finished ${day(previous.finishedAt)}.
          <button type="button" ${press({ kind: 'adopt-previous' })}>Compare with it</button>
        </div>`
  }${
    record
      ? html`<div class="card notice" role="status">
          The record has changed since this form was opened. What it says now stands beside the questions; no answer was
          changed. <button type="button" ${press({ kind: 'note-changes' })}>Noted</button>
        </div>`
      : nothing
  }${
    merged
      ? html`<div class="card notice" role="status">
          Somebody answered this form in another window. Both are put together here, and nothing of either is lost.
          <button type="button" ${press({ kind: 'note-changes' })}>Noted</button>
        </div>`
      : nothing
  }`;
}

/** Instruments inside this form that the place has withdrawn: their questions stay, and no score comes of them. */
export function withdrawnParts({ state, place }: SessionView): Notice {
  const all = (place?.withdrawn ?? []).filter(
    ({ kind, id }) => kind === 'instrument' && id !== state.form.id && hasInstrument(state.form.items, id),
  );
  return all.length === 0
    ? nothing
    : html`${all.map(
        (one) => html`<p class="card notice">
          ${data(one.id ?? '')} gives no score here. ${data(withdrawnWords(one))}
        </p>`,
      )}`;
}

function hasInstrument(items: readonly FormItem[], id: string | undefined): boolean {
  return items.some(
    (item) =>
      ('instrument' in item && item.instrument === id) ||
      ('items' in item && hasInstrument(item.items ?? [], id)),
  );
}

/** Asked where the page does not say it. The name goes into the answers that follow and under the form. */
export function whoAnswers({ session, asksWho, locked }: SessionView): Notice {
  if (!asksWho || locked !== null) return nothing;
  const said: Author = session.author ?? { name: null, role: null };
  const field = (words: string, part: keyof Author) =>
    html`<label class="field"
      >${words}
      <input
        autocomplete="off"
        maxlength="80"
        .value=${plainText(said[part] ?? '')}
        ${typed('change', 'name-author', naming(said, part))}
      />
    </label>`;
  return html`<div class="card screen" role="group" aria-labelledby="who-answers">
    <span class="text" id="who-answers">Who is answering?</span>
    <div class="fields">${field('Name', 'name')}${field('Role', 'role')}</div>
  </div>`;
}

function naming(said: Author, part: keyof Author) {
  return (text: string) =>
    ({ kind: 'name-author', author: { ...said, [part]: text.trim() || null } }) as const;
}
