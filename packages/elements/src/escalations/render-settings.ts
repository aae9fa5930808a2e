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
  isSent,
  settingDraftStop,
  type SettingDraft,
  type SettingPressed,
  type SettingsSession,
} from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { heading } from '../internal/heading.ts';
import { data, joined, lines } from '../internal/text.ts';
import { moment } from '../internal/when.ts';
import { inboxPresses, type EscalationsPress } from './escalations-press.ts';
import { valueIn } from './matter-rows.ts';
import { news2NotRead, news2NotWhole, spo2ScaleIn } from './news2-read.ts';
import { pressedWords } from './matter-words.ts';

const { press, typed } = inboxPresses;

/** What the panel is drawn from. */
export interface SettingsSurroundings {
  readonly session: SettingsSession;
  readonly news2: Section<News2Story>;
  readonly level: number;
  readonly now: Instant;
  readonly presser: string;
  readonly role: string | null;
  readonly canSend: boolean;
}

/** What a clinician has set for this resident, and what they can set. */
export function renderSettings(around: SettingsSurroundings): TemplateResult {
  const { session, level, canSend, now } = around;
  return html`<section class="card settings" aria-labelledby="settings">
    ${heading(level + 1, 'settings', 'Settings for this resident')} ${asRecorded(around.news2)}
    ${session.pressed.map((one) => receipt(one, now))}
    ${canSend ? form(around) : CANNOT_SEND}
  </section>`;
}

const CANNOT_SEND = html`<p class="strong">▲ This page cannot send anything, so nothing can be set here.</p>`;

const LOST = 'usual not found in what was read';

/** The settings as the record has them, with who set them and when. */
function asRecorded(section: Section<News2Story>): TemplateResult {
  const notRead = news2NotRead(section);
  if (notRead !== null) return html`<p>${notRead}</p>`;
  const notWhole = news2NotWhole(section);
  const { usual = null, usualInWords = [], target = null } = valueIn(section) ?? {};
  const isLost = notWhole !== null && usual === null && usualInWords.length === 0;
  const noTarget = notWhole === null ? 'not set' : 'not found in what was read';
  const scale = target === null || target.scale === null ? '' : `, SpO2 scale ${target.scale}`;
  return html`${notWhole === null ? nothing : html`<p class="caution">${notWhole}</p>`}
  <ul class="plain">
    <li>
      NEWS2: ${isLost ? LOST : data(usualNews2Words({ usual, usualInWords }))}${fromWhom(usual)}
    </li>
    <li>
      Oxygen saturation target: ${target === null ? noTarget : data(target.text)}${scale}${fromWhom(target)}
    </li>
  </ul>`;
}

function fromWhom(fact: Recorded | null): TemplateResult | typeof nothing {
  if (fact === null) return nothing;
  const { on, by, details = [], notes = [] } = fact;
  const words = [...details, ...notes.map(({ text }) => text)].map(lines);
  const when = on === null ? 'date not recorded' : moment(on);
  return html` (${joined([data(by?.name ?? 'nobody named'), when, ...words])})`;
}

function receipt({ id, what, handing }: SettingPressed, now: Instant): TemplateResult {
  const isWithServer = isSent(handing);
  const shape = isWithServer || handing.state === 'on-its-way' ? '' : '▲ ';
  return html`<p class="receipt ${isWithServer ? 'sent' : 'not-sent'}">
    ${shape}${data(`“${settingWords(what.set)}”: ${pressedWords(handing, now, 'home')}`)}
    ${handing.state === 'not-known' ? button('Try again', { kind: 'setting-again', intent: id }) : nothing}
  </p>`;
}

function form({ session, presser, role, news2 }: SettingsSurroundings): TemplateResult {
  const { draft } = session;
  const hasScale = spo2ScaleIn(news2) !== null;
  const begin = (what: SettingDraft['kind']): EscalationsPress => ({ kind: 'begin-setting', what });
  if (draft === null)
    return html`<div class="buttons">
      ${hasScale ? button('Set usual NEWS2', begin('usual-news2')) : nothing}
      ${button('Set oxygen target', begin('spo2-target'))} ${hasScale ? nothing : NO_SCALE}
    </div>`;
  const stop = settingDraftStop(draft, { name: presser, role });
  const isStopped = stop !== null || (draft.kind === 'usual-news2' && !hasScale);
  return html`<fieldset class="part">
    <legend>${LEGEND[draft.kind]}</legend>
    ${draft.kind === 'usual-news2' ? usualFields(draft) : targetFields(draft)}
    <label class="field" ${typed('input', 'write-basis', (text) => ({ kind: 'write-basis', text }))}>
      On what it rests
      <textarea rows="2" maxlength="500" .value=${draft.words}></textarea>
    </label>
    ${stop === null ? nothing : html`<p class="aside">${STOPS[stop]}</p>`}
    ${draft.kind === 'usual-news2' && !hasScale ? NO_SCALE : nothing}
    <p class="aside">It counts from now, for everybody who reads this record. An earlier one stays in the record.</p>
    <div class="buttons">
      <button type="button" class="send" aria-disabled=${isStopped} ${press({ kind: 'press-setting' })}>
        Set it
      </button>
      ${button('Cancel', { kind: 'cancel-setting' })}
    </div>
  </fieldset>`;
}

const NO_SCALE = html`<p class="aside">
  Usual NEWS2 cannot be set now: what could not be read may ask for SpO2 scale 2.
</p>`;

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
export function renderSettingsElsewhere(
  pressed: readonly SettingPressed[],
  now: Instant,
): TemplateResult | typeof nothing {
  if (pressed.length === 0) return nothing;
  return html`${pressed.map(
    ({ at, handing }) => html`<p class="receipt not-sent">
      ▲ A setting for another resident, ${formatDateTime(at)}: ${pressedWords(handing, now, 'home')}
    </p>`,
  )}`;
}

function button(label: string, action: EscalationsPress): TemplateResult {
  return html`<button type="button" ${press(action)}>${label}</button>`;
}
