// Screens of the panel itself, for when the vault has not answered or sent a state that the panel cannot read.
import { html } from 'lit/html.js';
import { screen } from './screen.ts';

export const starting = () => screen('Starting …', (heading) => html`<h1>${heading}</h1>`);

export const changing = () => screen('Looking who is on screen …', (heading) => html`<h1>${heading}</h1>`);

export const silent = () =>
  screen(
    "The extension's background is busy",
    (heading) =>
      html`<h1>${heading}</h1>
        <p>Nothing is shown until it answers.</p>`,
  );

export const lost = () =>
  screen(
    "The extension's background was stopped. Starting it again …",
    (heading) =>
      html`<h1>${heading}</h1>
        <p>Nothing is shown until it answers.</p>`,
  );

export const notUnderstood = () =>
  screen(
    'Nothing is shown: the answer could not be read',
    (heading) =>
      html`<div class="question">
        <h1>${heading}</h1>
        <p>
          Two parts of this extension do not fit together. Restart the browser, so that both are the same
          version.
        </p>
      </div>`,
  );
