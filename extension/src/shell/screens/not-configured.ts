import { html } from 'lit/html.js';
import { screen } from './screen.ts';

/** The extension has no server and no place yet, so it can show nobody. */
export const notConfigured = () =>
  screen(
    'Not set up yet',
    (heading) =>
      html`<h1>${heading}</h1>
        <p>This browser has not been told which place it works for, and which server keeps its records.</p>
        <p>
          ${
            __DEMO__
              ? 'For the demonstration, run "npm run extension" and open this panel again.'
              : 'Ask whoever looks after the computers of this practice or home.'
          }
        </p>`,
  );
