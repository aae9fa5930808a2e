import type { PartialDate } from '@ehch/clinical/time';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { data, listed } from '../internal/text.ts';
import { day } from '../internal/when.ts';

/** "by Grace Mensah, 20-Nov-2026", or as much of it as is recorded. */
export function byOn(by: string | null, on: PartialDate | null): (TemplateResult | string)[] {
  return listed([
    ...(by === null ? [] : [html`by ${data(by)}`]),
    on === null ? html`date not recorded` : day(on),
  ]);
}
