import type { FormQuestion, ItemKey } from '@ehch/clinical/form';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { doubtWords } from './doubt-words.ts';
import { entryAt } from './shown.ts';
import type { ShownForm } from './shown.ts';
import { written } from './written.ts';

/** What was typed and is no answer yet, with why: "not answered" alone would lose it with the sheet. */
export function typedOnPaper(
  shown: ShownForm,
  question: FormQuestion,
  key: ItemKey,
): TemplateResult | typeof nothing {
  const { typed } = entryAt(shown, key);
  if (shown.look.onPaper !== true || typed === null || typed.doubt === null) return nothing;
  const { answers, otherWords, reason } = typed.fields;
  const texts = [
    ...answers.map(({ text, day, month, year }) => [text, day, month, year].filter(Boolean).join(' ')),
    otherWords,
    reason,
  ];
  const why = doubtWords(question, typed.doubt);
  return html`<span class="refused">Typed, and not an answer yet: ${why}</span>${texts.map((text) => written(text))}`;
}
