import type { WaitingForPerson } from '@ehch/clinical';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { presses } from './device-press.ts';
import type { DecidedAs, DevicePress } from './device-press.ts';
import type { Waiting } from './waiting-list.ts';
import { choicesOf, NO_FIELDS } from './waiting-words.ts';

const { press, typed } = presses;

type Press = readonly [words: string, action: DevicePress];

/** What may be done about the open one. Nothing is chosen beforehand, and "later" is always there. */
export function renderDecisions(
  item: WaitingForPerson,
  waiting: Waiting,
  isOvertaken: boolean,
): TemplateResult {
  const { intent } = item;
  if (isOvertaken)
    return html`<p class="notice strong">It changed while you were looking at it.</p>
      ${buttons([['Show it as it is now', { kind: 'show-newest', intent }]], false)}`;
  if (waiting.why !== null) return givingUp(intent, waiting);
  const isTold = item.fields.length > 0 || item.isDeleted === true;
  const isBlind = (item.state === 'conflict' || item.state === 'nobody-signed-in') && !isTold;
  return html`${isBlind ? html`<p class="strong">${NO_FIELDS}</p>` : nothing}
    ${
      waiting.isTakeMissing
        ? html`<p class="strong" id="take-missing">Choose for each field first. Nothing was decided.</p>`
        : nothing
    }
    ${buttons([...settling(item), ...always(item)], waiting.isDeciding)}
    ${
      waiting.text === null
        ? nothing
        : html`<label class="field"
            >As text
            <textarea class="copy" readonly rows="6" .value=${waiting.text}></textarea>
          </label>`
    }`;
}

/** What settles it. Giving up asks for its reason first. */
function settling(item: WaitingForPerson): readonly Press[] {
  const { intent, state, fields, isDeleted } = item;
  const decide = (as: DecidedAs): DevicePress => ({ kind: 'decide', intent, as });
  const giveUp: Press = ['Give it up …', { kind: 'give-up', intent }];
  switch (state) {
    case 'conflict':
      if (isDeleted === true) return [['Leave it deleted', decide('theirs')]];
      if (choicesOf(item).length > 1) return [['Decide as chosen', { kind: 'decide-each', intent }]];
      return fields.length === 0
        ? [['Try again', decide('try-again')], giveUp]
        : [
            ['Send what was written here', decide('mine')],
            ['Keep what the server has', decide('theirs')],
          ];
    case 'rejected':
      return [['Try again', decide('try-again')], giveUp];
    case 'held':
      return [['Send it if that is permitted now', decide('try-again')], giveUp];
    case 'unreadable':
      return [giveUp];
    case 'nobody-signed-in':
      // Nobody answers for what cannot be read here.
      return fields.length === 0
        ? [giveUp]
        : [['Take it over as mine, and send it', decide('take-over')], giveUp];
  }
}

function always({ intent, resident, state }: WaitingForPerson): readonly Press[] {
  return [
    ['Decide later', { kind: 'later' }],
    [state === 'unreadable' ? 'Copy for support' : 'Copy as text', { kind: 'copy', intent }],
    ...(resident === null ? [] : ([['Show the resident', { kind: 'show-resident', resident }]] as const)),
  ];
}

function buttons(all: readonly Press[], isDeciding: boolean): TemplateResult {
  return html`<div class="buttons">
    ${all.map(
      ([words, action]) =>
        html`<button type="button" aria-disabled=${isDeciding} ${press(action)}>${words}</button>`,
    )}
  </div>`;
}

function givingUp(intent: string, { why, isWhyMissing, isDeciding }: Waiting): TemplateResult {
  return html`<label class="field"
      >Why is it given up? It is then never sent, and the reason stays in the log.
      <textarea
        class="why"
        rows="2"
        maxlength="500"
        aria-invalid=${isWhyMissing}
        aria-describedby=${isWhyMissing ? 'why-missing' : nothing}
        .value=${why ?? ''}
        ${typed('input', 'type-why', typing)}
      ></textarea>
    </label>
    ${isWhyMissing ? html`<p class="strong" id="why-missing">Write a reason first.</p>` : nothing}
    ${buttons(
      [
        ['Give it up, not sent', { kind: 'discard', intent }],
        ['Keep it', { kind: 'keep' }],
      ],
      isDeciding,
    )}`;
}

function typing(why: string) {
  return { kind: 'type-why', why } as const;
}
