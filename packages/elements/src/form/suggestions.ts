import { howOld, londonDate, plainText } from '@ehch/clinical';
import type { FormQuestion, Instant, ItemKey, PartialDate, Suggestion } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { data, joined } from '../internal/text.ts';
import { day } from '../internal/when.ts';
import type { Sheet } from './sheet.ts';
import { questionText } from './value-words.ts';

/** What the record or the last assessment says, beside the question and never in it. */
export function drawSuggestions(
  sheet: Sheet,
  question: FormQuestion,
  key: ItemKey,
): readonly TemplateResult[] | typeof nothing {
  const answer = sheet.answer(key);
  const values = answer?.state === 'given' ? JSON.stringify(answer.values) : null;
  return (
    sheet.look.suggestions.get(key)?.map(
      (suggestion, n) =>
        html`<span class="suggestion">${suggestion.from === 'record' ? 'In the record: ' : 'Last time: '}${joined([data(suggestion.text), aged(suggestion.recordedOn, sheet.look.now), data(suggestion.source)])} ${
          // Nothing is gained by a second press.
          values === JSON.stringify(suggestion.values)
            ? nothing
            : html`<button type="button" data-do="use" data-n=${n} aria-label="Use ${useWords(suggestion)}: ${questionText(question)}">Use</button>`
        }</span>`,
    ) ?? nothing
  );
}

/** An offer says its age: what was true in March is not today's. */
function aged(date: PartialDate | null, now: Instant): TemplateResult | string {
  return date === null ? 'date not recorded' : html`${day(date)}, ${howOld(date, londonDate(now))}`;
}

function useWords({ text, from }: Suggestion): string {
  return `${plainText(text)} ${from === 'record' ? 'from the record' : 'from the last assessment'}`;
}
