import { html, type TemplateResult } from 'lit/html.js';
import type { IdentityWarning } from '../../messages/side-state.ts';
import { data, hostOf, nameInRecord, names, type Sides } from '../words.ts';

/** States one doubt about the identity in a sentence. */
export function warningWords(warning: IdentityWarning, sides: Sides): TemplateResult {
  switch (warning) {
    case 'name-differs':
      return html`<strong>Name differs.</strong> ${names(sides)}`;
    case 'host-shows-no-name':
      return html`<strong>No name to compare.</strong> ${data(hostOf(sides.origin))} shows none. Record:
        ${data(nameInRecord(sides.record))}.`;
    case 'number-not-verified':
      return html`<strong>NHS number not verified.</strong> The record says so.`;
  }
}
