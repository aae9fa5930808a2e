import type { News2Story, Recorded, Section } from '@ehch/clinical';
import { formatDateTime } from '@ehch/clinical/display';
import { news2PartWords } from '@ehch/clinical/instruments';
import {
  NEWS2_PART_NAMES,
  NEWS2_PART_POINTS,
  settingWords,
  SPO2_TARGETS,
  usualNews2Words,
  usualTotal,
  type SettingStop,
} from '@ehch/clinical/rules';
import {
  settingDraftStop,
  type SettingDraft,
  type SettingPressed,
  type SettingsSession,
} from '@ehch/clinical/session';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { WITHHELD, errorWords } from '../internal/section-words.ts';
import { data, joined, lines } from '../internal/text.ts';
import { moment } from '../internal/when.ts';
import { inboxPresses, type EscalationsPress } from './escalations-press.ts';
import { valueIn } from './matter-rows.ts';
import { handingWords } from './matter-words.ts';

const { press, typed } = inboxPresses;

/** What the panel is drawn from. */
export interface SettingsSurroundings {
  readonly session: SettingsSession;
  readonly news2: Section<News2Story>;
  readonly level: number;
  readonly presser: string;
  readonly role: string | null;
  readonly canSend: boolean;
}

/** What a clinician has set for this resident, and what they can set. */
export function renderSettings(around: SettingsSurroundings): TemplateResult {
  const { session, level, canSend } = around;
  return html`<section class="card settings" aria-labelledby="settings">
    ${heading(level + 1, 'settings', 'Settings for this resident')} ${asRecorded(around.news2)}
    ${session.pressed.map(receipt)}
    ${canSend ? form(around) : CANNOT_SEND}
  </section>`;
}

const CANNOT_SEND = html`<p class="strong">▲ This page cannot send anything, so nothing can be set here.</p>`;

/** The settings as the record has them, with who set them and when. */
function asRecorded(section: Section<News2Story>): TemplateResult {
  if (section.state === 'withheld') return html`<p>NEWS2 ${WITHHELD[section.why]}</p>`;
  if (section.state === 'failed') return html`<p>NEWS2 could not be read: ${errorWords(section.error)}</p>`;
  if (section.state === 'loading') return html`<p>NEWS2 loading</p>`;
  const { usual = null, usualInWords = [], target = null } = valueIn(section) ?? {};
  const scale = target === null || target.scale === null ? '' : `, SpO2 scale ${target.scale}`;
  return html`<ul class="plain">
    <li>NEWS2: ${data(usualNews2Words({ usual, usualInWords }))}${fromWhom(usual)}</li>
    <li>Oxygen saturation target: ${target === null ? 'not set' : data(target.text)}${scale}${fromWhom(target)}</li>
  </ul>`;
}

function fromWhom(fact: Recorded | null): TemplateResult | typeof nothing {
  if (fact === null) return nothing;
  const { on, by, details = [], notes = [] } = fact;
  const words = [...details, ...notes.map(({ text }) => text)].map(lines);
  const when = on === null ? 'date not recorded' : moment(on);
  return html` (${joined([data(by?.name ?? 'nobody named'), when, ...words])})`;
}

function receipt({ id, what, handing }: SettingPressed): TemplateResult {
  const isSent = handing.state === 'told' && ['sent', 'seen', 'answered'].includes(handing.receipt.state);
  const shape = isSent || handing.state === 'on-its-way' ? '' : '▲ ';
  return html`<p class="receipt ${isSent ? 'sent' : 'not-sent'}">
    ${shape}${data(`“${settingWords(what.set)}”: ${handingWords(handing, 'home')}`)}
    ${handing.state === 'not-known' ? button('Try again', { kind: 'setting-again', intent: id }) : nothing}
  </p>`;
}

function form({ session, presser, role }: SettingsSurroundings): TemplateResult {
  const { draft } = session;
  const begin = (what: SettingDraft['kind']): EscalationsPress => ({ kind: 'begin-setting', what });
  if (draft === null)
    return html`<div class="buttons">
      ${button('Set usual NEWS2', begin('usual-news2'))} ${button('Set oxygen target', begin('spo2-target'))}
    </div>`;
  const stop = settingDraftStop(draft, { name: presser, role });
  return html`<fieldset class="part">
    <legend>${LEGEND[draft.kind]}</legend>
    ${draft.kind === 'usual-news2' ? usualFields(draft) : targetFields(draft)}
    <label class="field" ${typed('input', 'write-basis', (text) => ({ kind: 'write-basis', text }))}>
      On what it rests
      <textarea rows="2" maxlength="500" .value=${draft.words}></textarea>
    </label>
    ${stop === null ? nothing : html`<p class="aside">${STOPS[stop]}</p>`}
    <p class="aside">It counts from now, for everybody who reads this record. An earlier one stays in the record.</p>
    <div class="buttons">
      <button type="button" class="send" aria-disabled=${stop !== null} ${press({ kind: 'press-setting' })}>
        Set it
      </button>
      ${button('Cancel', { kind: 'cancel-setting' })}
    </div>
  </fieldset>`;
}

const LEGEND: Readonly<Record<SettingDraft['kind'], string>> = {
  'usual-news2': 'Usual NEWS2, when the resident is as usual',
  'spo2-target': 'Oxygen saturation target',
};

type Usual = Extract<SettingDraft, { kind: 'usual-news2' }>;

function usualFields({ parts }: Usual): TemplateResult {
  const isWhole = NEWS2_PART_NAMES.every((part) => parts[part] !== undefined);
  const total = isWhole ? usualTotal(parts as Parameters<typeof usualTotal>[0]) : null;
  return html`<p class="aside">Points of each part, from 0 to 3. A part that is not chosen is missing, not 0.</p>
    ${NEWS2_PART_NAMES.map((part) => pointsField(part, parts[part]))}
    <p class="strong">Usual total: ${total ?? 'not all parts chosen'}</p>`;
}

function pointsField(part: keyof typeof NEWS2_PART_POINTS, chosen: number | undefined): TemplateResult {
  return html`<label
    class="field"
    ${typed('change', 'set-points', (text) => ({
      kind: 'set-points',
      part,
      points: text === '' ? null : Number(text),
    }))}
  >
    Points for ${news2PartWords(part)}
    <select>
      <option value="" .selected=${chosen === undefined}>Choose</option>
      ${NEWS2_PART_POINTS[part].map(
        (points) => html`<option value=${points} .selected=${chosen === points}>${points}</option>`,
      )}
    </select>
  </label>`;
}

function targetFields({ low: chosen }: Extract<SettingDraft, { kind: 'spo2-target' }>): TemplateResult {
  return html`<div role="radiogroup" aria-label="Target">
    ${SPO2_TARGETS.map(
      ({ low, high }) => html`<label
        class="tick"
        ${typed('change', 'set-target', () => ({ kind: 'set-target', low }))}
      >
        <input type="radio" name="target" .checked=${chosen === low} />
        <span>${low}–${high} %, SpO2 scale ${low === 88 ? '2: hypercapnic respiratory failure only' : '1'}</span>
      </label>`,
    )}
  </div>`;
}

const STOPS: Readonly<Record<SettingStop, string>> = {
  'no-presser': 'Write your own name first.',
  'no-role': 'This page does not say your role, so you cannot set this.',
  'parts-missing': 'Choose the points of every part.',
  'no-target': 'Choose a target.',
  'no-basis': 'Say on what scale 2 rests, such as blood gases and their date.',
};

/** Settings for residents who are not on screen, and are not with a server. Nobody is named. */
export function renderSettingsElsewhere(pressed: readonly SettingPressed[]): TemplateResult | typeof nothing {
  if (pressed.length === 0) return nothing;
  return html`${pressed.map(
    ({ at, handing }) => html`<p class="receipt not-sent">
      ▲ A setting for another resident, ${formatDateTime(at)}: ${handingWords(handing, 'home')}
    </p>`,
  )}`;
}

function button(label: string, action: EscalationsPress): TemplateResult {
  return html`<button type="button" ${press(action)}>${label}</button>`;
}
