import { html, nothing } from 'lit/html.js';
import type { At } from '../../messages/teaching.ts';
import { screen, type Screen } from './screen.ts';
import { teachPress, type TeachPress } from './teach-press.ts';
import { notRead, readings, UNPROVEN } from './teach-words.ts';

/** Two people have to be seen, and a person has to say that both are right. */
export function teachLooks(
  { first, second, isLooking, unproven, words }: At<'looks'>,
  press: TeachPress,
): Screen {
  const lookWords = second === null ? 'Look' : 'Look again';
  const isProven = second !== null && unproven === null;
  return screen(
    isLooking ? 'Looking …' : isProven ? 'Are both right?' : 'Open another person in your system',
    (heading) =>
      html`<div class="question">
        <h1>${heading}</h1>
        ${
          first === null && second === null
            ? html`<p>Open a patient in your system, and press “Look”. Then do so with a second one.</p>`
            : nothing
        }
        ${
          first !== null && second === null && !isLooking
            ? html`<p>
                The draft is kept, and reads nobody. Open a second person in your system, then press “Look”.
              </p>`
            : nothing
        }
        ${
          first === null
            ? nothing
            : readings([['First', first], ...(second === null ? [] : ([['Second', second]] as const))])
        }
        ${unproven === null ? nothing : html`<p><strong>${UNPROVEN[unproven]}</strong></p>`} ${notRead(words)}
        ${
          isProven
            ? html`<p>
                Compare the second with the page, each digit. Is it right, and was the first? Then this site
                is read from now on.
              </p>`
            : nothing
        }
        <p class="presses">
          ${isProven ? teachPress('both-right', 'Both are right', press) : nothing}
          ${isLooking ? nothing : teachPress('look', lookWords, press, isProven ? 'quiet' : '')}
          ${teachPress('stop', 'Stop', press, 'quiet')}
        </p>
        <p>“Stop” keeps the draft. It can be deleted below, under “Enabled sites”.</p>
      </div>`,
  );
}
