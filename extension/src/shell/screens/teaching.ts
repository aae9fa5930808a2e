import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import type { At, TaughtReading, TeachPressed, Wanted } from '../../messages/teaching.ts';
import type { PanelActions } from '../panel-state.ts';
import { data, siteName } from '../words.ts';
import { screen, type Screen } from './screen.ts';
import { teachLooks } from './teach-looks.ts';
import { teachPress, type TeachPress } from './teach-press.ts';
import {
  bornRead,
  ENDED,
  EXPECTED,
  NOT_TAKEN,
  notRead,
  numberRead,
  readings,
  WANTED,
} from './teach-words.ts';

/** Somebody teaches the page in front. Nothing of any record stands here. */
export function teaching(
  { origin, ctx, now }: Extract<SideState, { kind: 'teaching' }>,
  actions: Pick<PanelActions, 'teachPress'>,
): Screen {
  const press = (pressed: TeachPressed) => () => actions.teachPress(ctx, pressed);
  switch (now.at) {
    case 'asking':
      return asking(now, press);
    case 'picked':
      return picked(now, press);
    case 'drafting':
      return screen(
        'Trying the draft …',
        (heading) =>
          html`<h1>${heading}</h1>
            <p>${teachPress('stop', 'Stop', press, 'quiet')}</p>`,
      );
    case 'draft':
      return draft(now, press);
    case 'looks':
      return teachLooks(now, press);
    case 'confirmed':
      return screen(
        `${siteName(origin)} is read from now on`,
        (heading) =>
          html`<h1>${data(heading)}</h1>
            <p>
              Open a list of patients, a search and a print view of your system as well. No patient may be
              read there. If one is, revoke the site below.
            </p>
            <p>When the system changes its looks, the panel may read nobody. Then teach it again.</p>
            <p>${teachPress('stop', 'Done', press)}</p>`,
      );
    case 'wrong':
      return screen(
        'Nothing was kept',
        (heading) =>
          html`<h1>${heading}</h1>
            <p>${ENDED[now.why]}</p>
            <p class="presses">
              ${teachPress('again', 'Begin again', press)} ${teachPress('stop', 'Stop', press, 'quiet')}
            </p>`,
      );
  }
}

function asking({ wanted, isCovered, trouble }: At<'asking'>, press: TeachPress): Screen {
  const what = WANTED[wanted];
  if (trouble !== null)
    return screen(
      `The ${what} was not taken`,
      (heading) =>
        html`<div class="question">
          <h1>${heading}</h1>
          <p>${NOT_TAKEN[trouble.why]} ${trouble.why === 'not-understood' ? EXPECTED[wanted] : nothing}</p>
          ${trouble.text === null ? nothing : html`<p>The page says there: “${data(trouble.text)}”</p>`}
          <p class="presses">
            ${teachPress('again', 'Point again', press)} ${skip(wanted, press)}
            ${teachPress('stop', 'Stop', press, 'quiet')}
          </p>
        </div>`,
    );
  return screen(
    `Point at the ${what} on the page`,
    (heading) =>
      html`<h1>${heading}</h1>
        ${
          isCovered
            ? html`<p>
                Click the ${what} itself. The page lies under a clear cover with a dashed edge, so it does not
                notice the click. Nothing is kept yet.
              </p>`
            : html`<p>The page is being covered …</p>`
        }
        <p class="presses">${skip(wanted, press)} ${teachPress('stop', 'Stop', press, 'quiet')}</p>`,
  );
}

/** The names only warn of a wrong person. */
function skip(wanted: Wanted, press: TeachPress): TemplateResult | typeof nothing {
  return wanted === 'family' || wanted === 'given'
    ? teachPress('skip', `Leave the ${WANTED[wanted]} out`, press, 'quiet')
    : nothing;
}

function picked({ wanted, label, choices }: At<'picked'>, press: TeachPress): Screen {
  const [first] = choices;
  return screen(
    choices.length > 1 ? `Which is the ${WANTED[wanted]}?` : `Is this the ${WANTED[wanted]}?`,
    (heading) =>
      html`<div class="question">
        <h1>${heading}</h1>
        ${
          wanted === 'nhsNumber' && first
            ? html`<p><strong>${numberRead(first)}</strong></p>
                <p>It is a valid NHS number: its check digit fits.</p>`
            : nothing
        }
        ${wanted === 'dob' && first ? html`<p><strong>${bornRead(first)}</strong></p>` : nothing}
        ${label === null ? nothing : html`<p>Its label on the page: “${data(label)}”</p>`}
        <p>Compare it with the page.</p>
        ${choices.map((choice, at) => {
          const words = isName(wanted) ? nameWords(wanted, choice) : html`Yes, that is it`;
          return html`<p>
            <button type="button" data-press="yes" @click=${press({ press: 'yes', choice: at })}>
              ${words}
            </button>
          </p>`;
        })}
        <p class="presses">
          ${teachPress('again', 'No, point again', press, 'quiet')} ${skip(wanted, press)}
          ${teachPress('stop', 'Stop', press, 'quiet')}
        </p>
      </div>`,
  );
}

const isName = (wanted: Wanted) => wanted === 'family' || wanted === 'given';

/** Each way to read a name is a press, as only a person can say which part is which. */
function nameWords(wanted: Wanted, { family, given }: TaughtReading): TemplateResult {
  if (wanted === 'given') return html`Given name: ${data(given ?? '')}`;
  return html`Family name:
  ${data(family ?? '')}${given === null ? nothing : html`; given name: ${data(given)}`}`;
}

function draft({ reading, words }: At<'draft'>, press: TeachPress): Screen {
  return screen(
    'What this draft reads on the page',
    (heading) =>
      html`<div class="question">
        <h1>${heading}</h1>
        ${readings([['This page', reading]])} ${words.length === 0 ? nothing : html`<p>Not read:</p>`}
        ${notRead(words)}
        <p>Is all of it right? A draft reads nobody until it was seen with a second person.</p>
        <p class="presses">
          ${teachPress('keep', 'Keep as a draft', press)}
          ${teachPress('again', 'Begin again', press, 'quiet')} ${teachPress('stop', 'Stop', press, 'quiet')}
        </p>
      </div>`,
  );
}
