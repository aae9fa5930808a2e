import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ListedSite, SitesTold } from '../messages/side-state.ts';
import type { PanelActions } from './panel-state.ts';
import { data, siteName } from './words.ts';

const FROM: Record<ListedSite['from'], string> = {
  'built-in': 'came with this extension',
  managed: 'given by your organisation',
  bound: 'enabled in this browser',
  taught: 'taught in this browser',
};

/** The enabled sites, each with its press, and what an administrator has to put right. It stands below every state. */
export function siteList({ sites, refused }: SitesTold, actions: PanelActions): TemplateResult {
  const drafts = sites.filter(({ taught }) => taught?.state === 'draft').length;
  return html`<details class="sites">
      <summary>Enabled sites: ${sites.length - drafts}${draftWords(drafts)}</summary>
      ${
        sites.length === 0
          ? html`<p>No page is read.</p>`
          : html`<ul>
              ${sites.map((site) => item(site, actions))}
            </ul>`
      }
    </details>
    ${
      refused.length === 0
        ? nothing
        : html`<details class="sites">
            <summary>Settings that are not used: ${refused.length}</summary>
            <p>For the administrator of this browser:</p>
            <ul>
              ${refused.map((words) => html`<li>${data(words)}</li>`)}
            </ul>
          </details>`
    }`;
}

/** A draft is listed, so that it can be deleted, and enables nothing. */
function draftWords(drafts: number): string {
  return drafts === 0 ? '' : drafts === 1 ? ', and 1 draft' : `, and ${drafts} drafts`;
}

function item(
  { origin, title, from, canBeRevoked, taught }: ListedSite,
  { revokeSite, copyAdapter }: PanelActions,
) {
  const press = () => revokeSite(origin);
  const revokes = taught?.state === 'draft' ? 'Delete the draft' : 'Revoke';
  return html`<li>
    <strong>${data(siteName(origin))}</strong>,
    ${taught?.state === 'draft' ? html`a draft, which reads nobody` : html`read as ${data(title)}`},
    ${FROM[from]}. ${taught === undefined ? nothing : adapterText(origin, taught.adapter, copyAdapter)}
    ${
      canBeRevoked
        ? html`<button type="button" class="quiet" @click=${press}>
            ${revokes}<span class="spoken"> ${siteName(origin)}</span>
          </button>`
        : nothing
    }
  </li>`;
}

/** What an administrator can give to every user of a site. Only the press copies it, and nothing is downloaded. */
function adapterText(
  origin: string,
  adapter: string,
  copyAdapter: PanelActions['copyAdapter'],
): TemplateResult {
  const press = () => copyAdapter(adapter);
  return html`<details>
    <summary>For an administrator<span class="spoken"> of ${siteName(origin)}</span></summary>
    <button type="button" class="quiet" data-press="copy-adapter" @click=${press}>Copy the adapter</button>
    <pre tabindex="0" aria-label="Adapter">${adapter}</pre>
  </details>`;
}
