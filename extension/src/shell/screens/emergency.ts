import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Emergency } from '../../messages/accounts.ts';
import { data, whole } from '../words.ts';

/** What stays while nobody is shown: whom to ring, and where this is. It says nothing of a resident. */
export function emergencyCard({ homes, ring, worries, worryTo }: Emergency): TemplateResult {
  return html`${worries === 0 ? nothing : notSent(worries, worryTo)}
    <section class="emergency" aria-label="Emergency">
      <h2>Emergency</h2>
      <p>Life at risk: ring ${whole('999')}. Not sure: ring ${whole('111')}.</p>
      ${
        ring.length === 0
          ? nothing
          : html`<ul>
              ${ring.map(
                ({ name, phone, isOpen }) =>
                  html`<li>${data(name)} ${whole(phone)}, ${isOpen ? 'open now' : 'closed now'}</li>`,
              )}
            </ul>`
      }
      ${homes.length === 1 ? homes.map(home) : several(homes)}
    </section>`;
}

/** A worry that nobody has received needs a telephone. No name stands on a screen that anybody can read. */
function notSent(worries: number, to: Emergency['worryTo']): TemplateResult {
  const what = worries === 1 ? '1 worry from this PC has' : `${worries} worries from this PC have`;
  const whom = to === null ? html`${whole('111')}` : html`${data(to.name)} ${whole(to.phone)}`;
  return html`<p class="doubt" data-worries>
    <strong>${what} NOT been sent.</strong> Ring ${whom}, or ${whole('999')} if life is at risk.
  </p>`;
}

function home({ name, address, access, phone }: Emergency['homes'][number]): TemplateResult {
  return html`<dl>
    <div>
      <dt>You are at</dt>
      <dd>${data(name)}</dd>
    </div>
    <div>
      <dt>Address</dt>
      <dd>${address === null ? 'not given in the place file' : data(address)}</dd>
    </div>
    <div>
      <dt>Getting in</dt>
      <dd>${access === null ? 'not given in the place file' : data(access)}</dd>
    </div>
    ${
      phone === null
        ? nothing
        : html`<div>
            <dt>Telephone here</dt>
            <dd>${whole(phone)}</dd>
          </div>`
    }
  </dl>`;
}

/** A practice has several homes, and is none of them. */
function several(homes: Emergency['homes']): TemplateResult | typeof nothing {
  if (homes.length === 0) return nothing;
  return html`<details>
    <summary>Addresses of the homes: ${homes.length}</summary>
    ${homes.map(home)}
  </details>`;
}
