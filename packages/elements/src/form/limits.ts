import { plainText } from '@ehch/clinical/display';
import type { FormDefinition } from '@ehch/clinical/form';
import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** What this program does not do of an item, or of the whole form (`null`), as the import says it. */
export function limitWords({ limits = [] }: FormDefinition, item: string | null): readonly TemplateResult[] {
  return limits
    .filter((limit) => limit.item === item)
    .map(({ words }) => html`<span class="caution">${plainText(words)}</span>`);
}
