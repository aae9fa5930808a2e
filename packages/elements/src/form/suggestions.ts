import { howOld, plainText } from '@ehch/clinical/display';
import { londonDate } from '@ehch/clinical/time';
import type { FormQuestion, ItemKey, Offer } from '@ehch/clinical/form';
import type { Instant, PartialDate } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { data, joined } from '../internal/text.ts';
import { day } from '../internal/when.ts';
import { controls } from './controls.ts';
import { answerAt } from './shown.ts';
import type { ShownForm } from './shown.ts';
import { questionText } from './value-words.ts';

/**
 * What the record or the last assessment says, beside the question and never in it. Where groups have a head, the offers to
 * what has no answer stand there.
 */
export function renderSuggestions(
  shown: ShownForm,
  question: FormQuestion,
  key: ItemKey,
): readonly TemplateResult[] | typeof nothing {
  const answer = answerAt(shown, key);
  const { now, offers, groups } = shown.look;
  if (answer === null && groups !== undefined) return nothing;
  const values = answer?.state === 'given' ? JSON.stringify(answer.values) : null;
  return (
    offers.get(key)?.map((offer) => {
      // Nothing is gained by a second press.
      const isUsed = offer.kind === 'answer' && values === JSON.stringify(offer.values);
      return html`<span class="suggestion">${offerWords(offer, now)} ${
        isUsed ? nothing : renderUse(offer, questionText(question))
      }</span>`;
    }) ?? nothing
  );
}

/** "In the record: 58.2 kg · 02-Nov-2026, 2 weeks old · Rowan Court shared record". */
export function offerWords({ from, text, recordedOn, source, tooOld }: Offer, now: Instant): TemplateResult {
  const words = joined([data(text), aged(recordedOn, now), data(source)]);
  const old = tooOld === null ? nothing : html` <strong class="too-old">${tooOld}</strong>`;
  return html`${from === 'record' ? 'In the record: ' : 'Last time: '}${words}${old}`;
}

export function renderUse(offer: Offer, about: string): TemplateResult {
  return html`<button
    type="button"
    aria-label="Use ${useWords(offer)}: ${about}"
    ${controls.press({ kind: 'use', offer })}
  >Use</button>`;
}

/** An offer says its age: what was true in March is not today's. */
function aged(date: PartialDate | null, now: Instant): TemplateResult | string {
  return date === null ? 'date not recorded' : html`${day(date)}, ${howOld(date, londonDate(now))}`;
}

function useWords({ text, from }: Offer): string {
  return `${plainText(text)} ${from === 'record' ? 'from the record' : 'from the last assessment'}`;
}
