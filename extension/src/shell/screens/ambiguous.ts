import { html } from 'lit/html.js';
import { screen } from './screen.ts';

/** Names neither person: either of them could be the wrong one. */
export const ambiguous = () =>
  screen(
    'Not clear which patient is open',
    (heading) =>
      html`<div class="question">
        <h1>${heading}</h1>
        <p>
          This page shows more than one patient, or parts of it contradict each other. Nothing is shown here.
        </p>
        <p>Open one patient's record.</p>
      </div>`,
  );
