import { unreadIn } from '@ehch/clinical';
import type { AgreedLimits, News2Story, Section } from '@ehch/clinical';
import { formatDateTime } from '@ehch/clinical/display';
import { cprNow } from '@ehch/clinical/escalation';
import { news2PartWords } from '@ehch/clinical/instruments';
import {
  LAST_DAYS_HOLD_FOR_DAYS,
  NEWS2_PART_NAMES,
  NEWS2_PART_POINTS,
  SETTING_STATES,
  settingWords,
  SPO2_TARGETS,
  STATE_TITLES,
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
import { data } from '../../internal/text.ts';
import { beginSettings, NO_SCALE } from '../begin-settings.ts';
import { inboxPresses, type EscalationsPress } from '../escalations-press.ts';
import { pressedWords } from '../matter-words.ts';
import { spo2ScaleIn } from '../news2-read.ts';

const { press, typed } = inboxPresses;

/** What the panel is drawn from. */
export interface SettingsSurroundings {
  readonly session: SettingsSession;
  readonly news2: Section<News2Story>;
  readonly limits: Section<AgreedLimits>;
  readonly now: Instant;
  readonly presser: string;
  readonly role: string | null;
  readonly canSend: boolean;
  readonly hasDied: boolean;
}

/** What was set here for this resident, and what is being set. */
export function renderSettings(around: SettingsSurroundings): TemplateResult {
  const { session, canSend, hasDied, now } = around;
  const toSet = hasDied ? AFTER_DEATH : form(around);
  return html`${session.pressed.map((one) => receipt(one, now))} ${canSend ? toSet : nothing}`;
}

const AFTER_DEATH = html`<p class="aside">A death is recorded, so nothing can be set here.</p>`;

function receipt({ id, what, handing }: SettingPressed, now: Instant): TemplateResult {
  const isWithServer = isSent(handing);
  const shape = isWithServer || handing.state === 'on-its-way' ? '' : '▲ ';
  return html`<p class="receipt ${isWithServer ? 'sent' : 'not-sent'}">
    ${shape}${data(`“${settingWords(what.set)}”: ${pressedWords(handing, now, 'home')}`)}
    ${handing.state === 'not-known' ? button('Try again', { kind: 'setting-again', intent: id }) : nothing}
  </p>`;
}

function form({ session, presser, role, news2, limits, now }: SettingsSurroundings): TemplateResult {
  const { draft } = session;
  const hasScale = spo2ScaleIn(news2) !== null;
  if (draft === null) return beginSettings(hasScale);
  const stop = settingDraftStop(draft, { name: presser, role }, now);
  const isStopped = stop !== null || (draft.kind === 'usual-news2' && !hasScale);
  return html`<fieldset class="part">
    <legend>${LEGEND[draft.kind]}</legend>
    ${fields(draft)} ${isForCpr(draft, limits) ? FOR_CPR : nothing}
    <label class="field" ${typed('input', 'write-basis', (text) => ({ kind: 'write-basis', text }))}>
      ${draft.kind === 'variation' ? 'What is different, and what to do' : 'On what it rests'}
      <textarea rows="2" maxlength="500" .value=${draft.words}></textarea>
    </label>
    ${untilField(draft)} ${standsUnread(draft, { news2, limits }) ? UNREAD : nothing}
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

/** Both cannot hold at the bedside, and only whoever sets the last days can see to it now. */
function isForCpr(draft: SettingDraft, limits: Section<AgreedLimits>): boolean {
  return draft.kind === 'last-days' && draft.state !== 'ended' && cprNow(limits).state === 'attempt';
}

const FOR_CPR = html`<p class="notice strong">
  ▲ “For CPR” is recorded. While it stands, the home is told to start CPR and ring 999 if there is no breathing, also in
  the last days. Look at the decision about CPR in the care plan as well.
</p>`;

/** Somebody who varies the usual steps for a time says so here, and nobody has to remember to end it. */
function untilField(draft: SettingDraft): TemplateResult | typeof nothing {
  if (draft.kind !== 'variation' || draft.state === 'ended') return nothing;
  return html`<label class="field" ${typed('input', 'write-until', (day) => ({ kind: 'write-until', day }))}>
    Until the end of this day (leave it empty if it has no end yet)
    <input type="date" .value=${draft.until} />
  </label>`;
}

/** What could not be read cannot be named, so the clocks alone say which of two settings came last. */
function standsUnread(
  { kind }: SettingDraft,
  { news2, limits }: Pick<SettingsSurroundings, 'news2' | 'limits'>,
): boolean {
  const section = kind === 'usual-news2' || kind === 'spo2-target' ? news2 : limits;
  return section.state !== 'known' || unreadIn(section).length > 0;
}

const UNREAD = html`<p class="notice strong">
  ▲ What is set now could not be read as a whole, so something older may still count after this. Look again once it can
  be read.
</p>`;

const LEGEND: Readonly<Record<SettingDraft['kind'], string>> = {
  'usual-news2': 'Usual NEWS2, when the resident is as usual',
  'spo2-target': 'Oxygen saturation target',
  ...STATE_TITLES,
};

function fields(draft: SettingDraft): TemplateResult {
  if (draft.kind === 'usual-news2') return usualFields(draft);
  return draft.kind === 'spo2-target' ? targetFields(draft) : stateFields(draft);
}

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

/** What it does stands before the choice: it takes scores off every screen, or it does less than its name promises. */
function stateFields({
  kind,
  state: chosen,
}: Extract<SettingDraft, { state: 'set' | 'ended' | null }>): TemplateResult {
  return html`<p class="aside">${DOES[kind]}</p>
    <div role="radiogroup" aria-label=${STATE_TITLES[kind]}>
      ${SETTING_STATES.map(
        (state) => html`<label
          class="tick"
          ${typed('change', 'set-state', () => ({ kind: 'set-state', state }))}
        >
          <input type="radio" name="state" .checked=${chosen === state} />
          <span>${STATES[kind][state]}</span>
        </label>`,
      )}
    </div>`;
}

const DOES = {
  'last-days': `While it holds, no NEWS2 is shown and nothing asks for 999 for dying itself. Choking and a severe allergic reaction are
    treated all the same. It holds for ${LAST_DAYS_HOLD_FOR_DAYS} days. Set it anew, or end it.`,
  variation:
    'It stands with the agreed limits. It lowers no step of the ladder. An earlier one no longer counts. After its last day it says so.',
} as const;

const STATES = {
  'last-days': { set: 'In the last days of life', ended: 'Not in the last days of life, or no longer' },
  variation: { set: 'Something is different, as written here', ended: 'Nothing is different any more' },
} as const;

const STOPS: Readonly<Record<SettingStop, string>> = {
  'no-presser': 'Write your own name first.',
  'no-role': 'This page does not say your role, so you cannot set this.',
  'parts-missing': 'Choose the points of every part.',
  'no-target': 'Choose a target.',
  'no-state': 'Choose one.',
  'no-words': 'Write it in words.',
  'no-until': 'The last day must lie ahead. Leave it empty if it has no end yet.',
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
