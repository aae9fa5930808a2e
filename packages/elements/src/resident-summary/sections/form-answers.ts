import type { FormAnswer } from '@ehch/clinical';
import { html, nothing } from 'lit';
import { count, data } from '../../internal/text.ts';

/** The answers of a form, closed until they are asked for. */
export function formAnswers(answers: readonly FormAnswer[] = []) {
  if (answers.length === 0) return nothing;
  const answered = answers.filter(({ answer }) => answer !== null).length;
  return html`<details>
    <summary>${count(answered, 'answer')}</summary>
    <ul>
      ${answers.map((one) => html` <li>${answerLine(one)}</li> `)}
    </ul>
  </details>`;
}

function answerLine({ question, answer, heading }: FormAnswer) {
  if (heading === true) return html`<strong>${data(question)}</strong>`;
  const asked = question === null ? nothing : html`${data(question)}: `;
  return html`${asked}${answer === null ? 'not answered' : html`<strong>${data(answer)}</strong>`}`;
}
