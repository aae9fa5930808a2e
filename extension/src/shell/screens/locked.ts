import { html } from 'lit/html.js';
import { screen } from './screen.ts';

/** Names nobody, and says nothing of what stood there. */
export const locked = () =>
  screen(
    'Locked',
    (heading) =>
      html`<h1>${heading}</h1>
        <p>This computer is locked, so nothing of anybody is shown here.</p>`,
  );
