import { formatQuantity } from '@ehch/clinical/display';
import { readNumberEntry } from '@ehch/clinical/form';
import type { FormQuestion, ItemKey, NumberOffer } from '@ehch/clinical/form';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { controls } from './controls.ts';
import { entryAt } from './shown.ts';
import type { ShownForm } from './shown.ts';
import { questionText, unitText } from './value-words.ts';

/** "38.4 °C?" for a typed "38,4": what was probably meant, to be taken by one press. Nothing is taken by itself. */
export function renderNumberOffer(
  shown: ShownForm,
  question: FormQuestion,
  key: ItemKey,
): TemplateResult | typeof nothing {
  const offer = numberOffer(shown, question, key);
  if (offer === null) return nothing;
  const { text, unit, value } = offer;
  const words = `${formatQuantity(Number(text.replace('−', '-')), unitText(question, unit ?? undefined))}?`;
  return html`<button
    type="button"
    class="number-offer"
    aria-label="${words} ${questionText(question)}"
    ${controls.press({ kind: 'answer', key, values: [value] })}
  >${words}</button>`;
}

/** Of a question with one field: with several, a press would have to say which it means. */
function numberOffer(shown: ShownForm, question: FormQuestion, key: ItemKey): NumberOffer | null {
  const { typed } = entryAt(shown, key);
  if (typed === null || typed.doubt === null || question.repeats === true) return null;
  if (!NUMBERS.has(question.type)) return null;
  const [field] = typed.fields.answers;
  const entry = readNumberEntry(question, field?.text ?? '', field?.unit ?? null);
  return entry.state === 'refused' ? (entry.offer ?? null) : null;
}

const NUMBERS: ReadonlySet<FormQuestion['type']> = new Set(['integer', 'decimal', 'quantity']);
