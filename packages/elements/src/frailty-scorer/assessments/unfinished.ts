import { contributorsOf } from '@ehch/clinical/assessment';
import { openForm, progressOf } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import { londonDate } from '@ehch/clinical/time';
import type { Draft, FormDefinition } from '@ehch/clinical/form';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../internal/heading.ts';
import { authorWords, CAUTION } from '../../internal/section-words.ts';
import { data, joined } from '../../internal/text.ts';
import { moment, momentOf } from '../../internal/when.ts';
import type { Choosing } from '../own-assessments.ts';
import { troubleWords } from '../../internal/trouble-words.ts';
import { press } from '../scorer-press.ts';
import { formNamed } from './catalogue.ts';

/** What somebody began and nobody has finished, above all else: a half-done form that nobody finds is a lost one. */
export function renderUnfinished(choosing: Choosing): TemplateResult | typeof nothing {
  const { unfinished, looking, notListed, level } = choosing;
  if (notListed !== null)
    return html`<p class="notice" role="alert">
      Whether a form was begun is not known: ${troubleWords(notListed.error)}.
      <button type="button" ${press({ kind: 'list-drafts-again' })}>Try again</button>
    </p>`;
  if (looking === 'listing' && unfinished.length === 0)
    return html`<p class="looking">Looking for unfinished forms …</p>`;
  // A line of the same height: what stands below keeps its place in the common case.
  if (unfinished.length === 0)
    return looking === 'listed' ? html`<p class="looking">No unfinished forms</p>` : nothing;
  return html`<section class="unfinished" aria-labelledby="unfinished">
    ${heading(level, 'unfinished', 'Unfinished')}
    <ul class="choices">
      ${unfinished.map((draft) => html`<li>${line(draft, choosing)}</li>`)}
    </ul>
  </section>`;
}

/** What was signed here and stands nowhere else: whoever comes next would take the score before it for the last one. */
export function renderUnsent({ unsent, level }: Choosing): TemplateResult | typeof nothing {
  if (unsent.length === 0) return nothing;
  return html`<section class="unfinished" aria-labelledby="unsent">
    ${heading(level, 'unsent', 'Signed here, not known to be sent')}
    <ul class="choices">
      ${unsent.map(
        ({ instrument, on, caution }) =>
          html`<li>
            ${data(formNamed(instrument)?.title ?? 'A score')}, ${on === null ? 'date not recorded' : moment(on)}.
            <span class="state">${CAUTION[caution]}.</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** What was signed by mistake a moment ago: the way back to it is on top while it can be taken back. */
export function renderSigned({ signed, now, level }: Choosing): TemplateResult | typeof nothing {
  const known = signed.flatMap(({ draft, finishedAt }) => {
    const form = formNamed(draft.form.id);
    return form === null ? [] : [{ form, finishedAt }];
  });
  if (known.length === 0) return nothing;
  return html`<section class="just-signed" aria-labelledby="signed">
    ${heading(level, 'signed', 'Just signed')}
    <ul class="choices">
      ${known.map(({ form, finishedAt }) => {
        const when = momentOf(finishedAt, londonDate(now));
        return html`<li>
          <button type="button" class="choice" ${press({ kind: 'choose-form', form: form.id })}
            >${data(form.title)}<span class="state">, ${when}. Open it to undo signing</span></button
          >
        </li>`;
      })}
    </ul>
  </section>`;
}

/** "NEWS2, 4 of 8, 09:30, by Grace Mensah, registered nurse". */
function line(draft: Draft, { now, notFor }: Choosing): TemplateResult {
  const form = formNamed(draft.form.id);
  // A place's own form is opened by its page: there is no way to it from here. A draft holds its address, and no name.
  if (form === null) {
    const when = momentOf(draft.changedAt, londonDate(now));
    return html`A form of this place<span class="state"
      >, ${when}, by ${authors(draft)} · opened on its own page</span
    >`;
  }
  const why = notFor(form);
  const words = html`${data(form.title)}<span class="state">, ${howFar(form, draft, now)}</span>`;
  return why === null
    ? html`<button type="button" class="choice" ${press({ kind: 'choose-form', form: form.id })}>${words}</button>`
    : html`${words}<span class="state"> · ${why}</span>`;
}

function howFar(form: FormDefinition, draft: Draft, now: Instant): TemplateResult | string {
  try {
    const { answered, notAssessed, asked } = progressOf(openForm(form, draft, { instruments }));
    const when = momentOf(draft.changedAt, londonDate(now));
    return html`${answered + notAssessed} of ${asked}, ${when}, by ${authors(draft)}`;
  } catch {
    // Said on its line. What breaks its contract must not take the list of forms with it.
    return 'what was kept cannot be read';
  }
}

/** All of them: whoever goes on with it wants to know whom to ask. */
function authors(draft: Draft) {
  const all = contributorsOf(draft).map(({ by }) => data(authorWords(by) ?? 'somebody not named'));
  return joined(all.length === 0 ? ['nobody who is named'] : all);
}
