import { html } from 'lit/html.js';
import { screen } from './screen.ts';

/** Names nobody: the record was not asked for. */
export const tooMany = () =>
  screen(
    'Many residents within a minute',
    (heading) =>
      html`<h1>${heading}</h1>
        <p>
          This page showed more than ten residents, so no further record is asked for just now. Stay with this
          resident: the record comes by itself within a minute.
        </p>`,
  );
