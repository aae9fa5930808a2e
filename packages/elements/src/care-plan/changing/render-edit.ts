import { planFieldWords, planKind } from '@ehch/clinical/care-plan';
import type { EditableLine, PlanLine, PlanLineKind, PlanText } from '@ehch/clinical/care-plan';
import type { HandedLine, OpenLine } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../../internal/heading.ts';
import { shell } from '../../internal/section-frame.ts';
import { joined } from '../../internal/text.ts';
import { planPresses } from '../care-plan-press.ts';
import { fieldsInWords } from '../field-words.ts';
import { receiptOfLine } from './plan-receipt.ts';
import type { LineForms, LineOffer, PlanEdit } from '../plan-edit.ts';
import type { PlanSurroundings } from '../plan-surroundings.ts';
import { decidesNow, renderOpenLine, whoPresses } from './render-open-line.ts';

const { press, typed } = planPresses;

export const lineForms: LineForms = {
  line: editLine,
  proposal: editProposal,
  add: addLine,
  strays: renderStrays,
};

/** Below one line: how it is changed, the form while it is, and what became of it. */
function editLine(line: string, around: PlanSurroundings): TemplateResult | typeof nothing {
  const { edit } = around;
  if (edit === null || around.scope === 'side') return nothing;
  // A proposal that is taken over stands below the proposal.
  const open = edit.session.open.find((one) => one.line === line && one.proposal === undefined);
  const handed = edit.session.handed.filter(({ what }) => what.line === line);
  const editable = edit.session.lines.find(({ id }) => id === line);
  place(edit, open === undefined ? [] : [open], handed);
  const controls =
    edit.ending === line && editable !== undefined
      ? endForm(editable, edit, HOLDS_NO_LONGER)
      : open !== undefined
        ? renderOpenLine(open, edit, around.now)
        : edit.isOn && editable !== undefined
          ? changeControl(editable, edit)
          : nothing;
  if (controls === nothing && handed.length === 0) return nothing;
  const said = handed.slice(-1).map((one) => receipt(one, around.now));
  return html`<div class="edit" data-row=${line} tabindex="-1">${said} ${controls}</div>`;
}

/** Below a proposal: who may decide takes it over as a decision, or turns it down with a reason. */
function editProposal(
  { id, kind }: PlanLine,
  { edit, now }: PlanSurroundings,
): TemplateResult | typeof nothing {
  if (edit === null) return nothing;
  const open = edit.session.open.filter(({ proposal }) => proposal === id);
  const handed = edit.session.handed.filter(({ what }) => what.line === id || what.proposal === id);
  place(edit, open, handed);
  const editable = edit.session.proposals.find((one) => one.id === id);
  const mayTake = decidesNow(kind, edit) && editable !== undefined && open.length === 0;
  if (isIdle(open, handed) && !mayTake) return nothing;
  return html`<div class="edit" data-row=${id} tabindex="-1">
    ${handed.slice(-1).map((one) => receipt(one, now))} ${open.map((one) => renderOpenLine(one, edit, now))}
    ${
      !mayTake
        ? nothing
        : edit.ending === id
          ? endForm(editable, edit, TURNED_DOWN)
          : html`<button type="button" class="change" ${press({ kind: 'take-proposal', proposal: id })}>
                Take it over as the decision
              </button>
              <button type="button" class="change" ${press({ kind: 'ask-end', line: id })}>Turn it down</button>`
    }
  </div>`;
}

/** Below a list: a new line of its kind, the forms of new lines, and what became of those. */
function addLine(
  kind: PlanLineKind,
  label: string,
  around: PlanSurroundings,
  fields: PlanText = {},
  offers: readonly LineOffer[] = [],
): TemplateResult | typeof nothing {
  const { edit } = around;
  if (edit === null || around.scope === 'side') return nothing;
  const isHere = (said: PlanText | null) =>
    Object.entries(fields).every(([name, value]) => said?.[name] === value);
  const open = edit.session.open.filter(
    (one) => one.line === null && one.proposal === undefined && one.kind === kind && isHere(one.mine),
  );
  const handed = edit.session.handed.filter(
    ({ what }) => what.line === null && what.of === kind && isHere(what.after),
  );
  place(edit, open, handed);
  if (isIdle(open, handed) && !edit.isOn) return nothing;
  return html`<div class="edit" data-row="new-${kind}" tabindex="-1">
    ${handed.map((one) => receipt(one, around.now))} ${open.map((one) => renderOpenLine(one, edit, around.now))}
    ${
      edit.isOn
        ? [...offers, { label, fields }].map(
            (one) =>
              html`<button type="button" class="change" ${press({ kind: 'add-line', of: kind, fields: one.fields })}>
                ${one.label}
              </button>`,
          )
        : nothing
    }
  </div>`;
}

/** Whether there is neither a form to go on with nor a receipt to read. */
function isIdle(open: readonly OpenLine[], handed: readonly HandedLine[]): boolean {
  return [...open, ...handed].length === 0;
}

function place({ placed }: PlanEdit, open: readonly OpenLine[], handed: readonly HandedLine[]): void {
  for (const { key } of open) placed.add(key);
  for (const { intent } of handed) placed.add(intent);
}

/**
 * Forms and receipts whose line is not on screen: it was ended elsewhere, or its part could not be read. Drawn after everything
 * else, and shown on top.
 */
function renderStrays({ edit, now, level }: PlanSurroundings): TemplateResult | typeof nothing {
  if (edit === null) return nothing;
  const { session, placed } = edit;
  const open = session.open.filter(({ key }) => !placed.has(key));
  const handed = session.handed.filter(({ intent }) => !placed.has(intent));
  if (isIdle(open, handed)) return nothing;
  const body = html`${handed.map((one) => receipt(one, now))} ${open.map((one) => renderOpenLine(one, edit, now))}`;
  return shell(
    'strays',
    'recorded',
    heading(level, 'strays', 'What you are changing'),
    html`<div class="body">${body}</div>`,
  );
}

function changeControl({ id, kind, fields, rivals = [] }: EditableLine, edit: PlanEdit): TemplateResult {
  const isDisputed = rivals.length > 0;
  // Several lines of one kind stand below each other: for ears each button says which it is.
  const title = [planKind(kind).title, planFieldWords(kind, ...firstSaid(fields))].filter(Boolean).join(': ');
  const label = isDisputed ? disputedWords(kind, rivals.length, edit) : changeWords(kind, edit);
  return html`<button type="button" class="change" ${press({ kind: 'open-line', line: id })}>
      ${label}<span class="spoken">: ${title}</span>
    </button>
    ${
      isDisputed && decidesNow(kind, edit)
        ? html`<button type="button" class="change" ${press({ kind: 'ask-end', line: id })}>
            This one no longer holds<span class="spoken">: ${title}</span>
          </button>`
        : nothing
    }`;
}

/** Of decisions that contradict each other one can go, or a new one stands in the place of all (session SPEC L10). */
function disputedWords(kind: PlanLineKind, rivals: number, edit: PlanEdit): string {
  if (!decidesNow(kind, edit)) return 'Propose which one stands';
  return `Replace ${rivals > 1 ? 'all' : 'both'} with one new decision`;
}

/** What tells a line from others of its kind: the first thing that it says. */
function firstSaid(fields: PlanText): readonly [name: string, value: string | null] {
  return Object.entries(fields).find(([, value]) => value !== null && value !== '') ?? ['', null];
}

function changeWords(kind: PlanLineKind, edit: PlanEdit): string {
  if (planKind(kind).decided === null) return 'Change';
  return decidesNow(kind, edit) ? 'Replace this decision' : 'Propose a change';
}

/** What a line ends by. A proposal was never so, and no longer being so is no reason to turn it down. */
const HOLDS_NO_LONGER = { asks: 'Why is this no longer so?', does: 'End it' } as const;
const TURNED_DOWN = { asks: 'Why is this turned down?', does: 'Turn it down' } as const;

function endForm(
  { id: line, kind }: EditableLine,
  edit: PlanEdit,
  { asks, does }: typeof HOLDS_NO_LONGER | typeof TURNED_DOWN,
): TemplateResult {
  const { title } = planKind(kind);
  const isStopped = edit.reason.trim() === '' || edit.presser === '';
  return html`<div class="form" role="group" aria-label="${title}: ${asks}">
    <label class="field" ${typed('input', 'write-reason', (text) => ({ kind: 'write-reason', text }))}>
      ${asks}
      <input type="text" maxlength="300" autocomplete="off" .value=${edit.reason} />
    </label>
    ${whoPresses(edit)} <p class="aside">It stays readable in the record, with your reason.</p>
    <div class="buttons">
      <button type="button" aria-disabled=${isStopped} ${press({ kind: 'end-line', line })}>${does}</button>
      <button type="button" ${press({ kind: 'ask-end', line: null })}>Leave it as it is</button>
    </div>
  </div>`;
}

/** What is true about one saving. What nobody else can read yet is written out, so that it is not looked for in the line. */
function receipt(handed: HandedLine, now: Instant): TemplateResult {
  const { words, isSent } = receiptOfLine(handed, now);
  const { what, handing, intent } = handed;
  const said =
    isSent || what.after === null
      ? []
      : fieldsInWords(what.of, what.after).flatMap(({ label, words: one }) =>
          one === null ? [] : [html`${label}: ${one}`],
        );
  const isRefused = handing.state === 'told' && handing.receipt.state === 'refused';
  return html`<div class="receipt ${isSent ? '' : 'not-sent'}">
    <p class="strong">${isSent ? '' : '▲ '}${words}</p>
    ${said.length === 0 ? nothing : html`<p>As you wrote it: ${joined(said)}</p>`}
    ${
      handing.state === 'not-known'
        ? html`<button type="button" ${press({ kind: 'hand-again', intent })}>Try again</button>`
        : nothing
    }
    ${
      isRefused && handed.from !== null
        ? html`<button type="button" ${press({ kind: 'reopen', intent })}>Open it again</button>`
        : nothing
    }
  </div>`;
}
