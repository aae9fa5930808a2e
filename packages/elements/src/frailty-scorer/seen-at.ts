import { londonFields } from '@ehch/clinical/time';
import type { LondonFields } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { typed } from './scorer-press.ts';
import type { SessionView } from './session-view.ts';

const PARTS: readonly (readonly [part: keyof LondonFields, words: string, size: number])[] = [
  ['day', 'Day', 2],
  ['month', 'Month', 2],
  ['year', 'Year', 4],
  ['time', 'Time', 5],
];

/** When the person was seen. As text: a date field of the browser writes as the device's language does (CUI D+Ta-0018). */
export function seenAt({ state, screen }: SessionView): TemplateResult {
  const fields = screen.seen ?? londonFields(state.draft.assessedAt);
  const isRefused = screen.seen !== null;
  const field = ([part, words, size]: (typeof PARTS)[number]) =>
    html`<label class="field"
      >${words}
      <input
        inputmode=${part === 'time' ? nothing : 'numeric'}
        size=${size}
        autocomplete="off"
        aria-invalid=${isRefused ? 'true' : nothing}
        .value=${fields[part]}
        ${typed('change', 'type-seen', typing(part))}
      />
    </label>`;
  return html`<div class="screen" role="group" aria-labelledby="seen-at" aria-describedby="seen">
    <span class="text" id="seen-at">Seen at</span>
    <div class="fields">${PARTS.map(field)}</div>
    <span class=${isRefused ? 'refused' : 'said'} id="seen">
      ${isRefused ? 'Give a date and time that has passed.' : nothing}
    </span>
  </div>`;
}

function typing(part: keyof LondonFields) {
  return (text: string) => ({ kind: 'type-seen', part, text }) as const;
}
