import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SideState } from '../../messages/side-state.ts';
import type { FindForm } from '../find-form.ts';
import type { PanelActions } from '../panel-state.ts';
import { data, siteName } from '../words.ts';
import { headingWithout, putAwayWords } from './put-away.ts';
import { rosterWords } from './roster.ts';
import { screen } from './screen.ts';
import { teachOffer } from './teach-offer.ts';

type NotEnabled = Extract<SideState, { kind: 'not-enabled' }>;

/**
 * Nothing of the page is read. The words say who can change that, and the press asks the browser for one site. Most
 * pages are of this kind, so a resident can be found by hand beside them.
 */
export const notEnabled = (state: NotEnabled, actions: PanelActions, { element }: FindForm) =>
  screen(
    headingWithout(state.putAway, nameOf(state)),
    (heading) =>
      html`<h1>${data(heading)}</h1>
        ${
          state.putAway === undefined
            ? nothing
            : html`${putAwayWords(state.putAway)}
                <h2>${data(nameOf(state))}</h2>`
        }
        <p>Nothing of this page is read.</p>
        ${whatToDo(state, actions)} ${state.teach ? teachOffer(state.teach, actions) : nothing} ${element}
        ${rosterWords(state.roster, actions.readRoster)}`,
  );

function nameOf({ origin }: NotEnabled): string {
  return origin === null ? 'Not enabled on this page' : `Not enabled on ${siteName(origin)}`;
}

function whatToDo({ may, origin, offers }: NotEnabled, { enableSite }: PanelActions): TemplateResult {
  switch (may) {
    case 'enable':
      return html`<p>
          Is this a system of your practice or home? Then you can have it read on this one site. The browser
          asks you once, and you can revoke it below at any time.
        </p>
        ${
          offers.length > 1
            ? html`<p>Choose the system. If it is another one, no patient is read: revoke it then.</p>`
            : html``
        }
        ${offers.map(({ title, template }) => {
          const press = () => enableSite(origin ?? '', template);
          return html`<p><button type="button" @click=${press}>Enable as ${data(title)}</button></p>`;
        })}`;
    case 'ask-the-browser':
      return html`<p>
        The browser does not say which page this is. To enable its site, press the EHCH Kit button of the
        toolbar while that page is in front.
      </p>`;
    case 'ask-the-administrator':
      return html`<p>
        You cannot enable it from here: no template of its system is known, or your organisation adds sites
        itself. Ask whoever looks after the computers of this practice or home: they can add this site.
      </p>`;
    case 'never':
      return html`<p>
        It cannot be enabled. Only a site that has a name and speaks https can be. The server of the record
        itself is never read as a page.
      </p>`;
  }
}
