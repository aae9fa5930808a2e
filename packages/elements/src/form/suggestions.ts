import { howOld, londonDate, plainText } from '@ehch/clinical';
import type { FormQuestion, Instant, ItemKey, PartialDate, Suggestion } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { data, joined } from '../internal/text.ts';
import { day } from '../internal/when.ts';
import { controls } from './controls.ts';
import { answerAt } from './shown.ts';
import type { Shown } from './shown.ts';
import { questionText } from './value-words.ts';

/** What the record or the last assessment says, beside the question and never in it. */
export function renderSuggestions(
  shown: Shown,
  question: FormQuestion,
  key: ItemKey,
): readonly TemplateResult[] | typeof nothing {
  const answer = answerAt(shown, key);
  const values = answer?.state === 'given' ? JSON.stringify(answer.values) : null;
  const { now, suggestions } = shown.look;
  const use = (suggestion: Suggestion) =>
    html`<button
      type="button"
      aria-label="Use ${useWords(suggestion)}: ${questionText(question)}"
      ${controls.press({ kind: 'use', suggestion })}
    >Use</button>`;
  return (
    suggestions.get(key)?.map((suggestion) => {
      const { from, text, recordedOn, source } = suggestion;
      const words = joined([data(text), aged(recordedOn, now), data(source)]);
      // Nothing is gained by a second press.
      const isUsed = values === JSON.stringify(suggestion.values);
      return html`<span class="suggestion">${from === 'record' ? 'In the record: ' : 'Last time: '}${words} ${
        isUsed ? nothing : use(suggestion)
      }</span>`;
    }) ?? nothing
  );
}

/** An offer says its age: what was true in March is not today's. */
function aged(date: PartialDate | null, now: Instant): TemplateResult | string {
  return date === null ? 'date not recorded' : html`${day(date)}, ${howOld(date, londonDate(now))}`;
}

function useWords({ text, from }: Suggestion): string {
  return `${plainText(text)} ${from === 'record' ? 'from the record' : 'from the last assessment'}`;
}
