import type { ClinicalSetting, ClinicalSettingIntent, News2PartName } from '../../ports/clinical-setting.ts';
import {
  isDayAhead,
  NEWS2_PART_NAMES,
  settingStop,
  SPO2_TARGETS,
  type SettingStop,
} from '../../rules/clinical-setting.ts';
import type { Instant } from '../../time/types.ts';
import { isNews, type Handing } from '../handing.ts';
import type { SessionStep, Stamp } from '../step.ts';
import type { SettingDraft, SettingsAction, SettingsEffect, SettingsSession } from './session.ts';

type Stepped = ReturnType<SessionStep<SettingsSession, SettingsAction, SettingsEffect>>;
type Save = Extract<SettingsAction, { kind: 'save-setting' }>;

/** What keeps a setting with its resident and its clinician. A test takes each away and goes red. */
export interface SettingsGuards {
  /** C1: what was begun for one resident is never saved for another. */
  isOwn(session: SettingsSession, save: Save): boolean;
  /** C2: only somebody whom the page lets decide sets anything. */
  mayDecide(save: Save): boolean;
}

export const SETTINGS_GUARDS: SettingsGuards = {
  isOwn: ({ resident }, save) => save.resident === resident,
  mayDecide: ({ by }) => by.mayDecide,
};

/** The step of a clinician's settings. */
export function settingsStep(
  guards: SettingsGuards = SETTINGS_GUARDS,
): SessionStep<SettingsSession, SettingsAction, SettingsEffect> {
  return (session, action: SettingsAction & Stamp): Stepped => {
    switch (action.kind) {
      case 'begin-setting':
        return only(
          session.draft?.kind === action.what ? session : { ...session, draft: EMPTY[action.what] },
        );
      case 'cancel-setting':
        return only({ ...session, draft: null });
      case 'save-setting':
        return saved(session, action, guards);
      case 'setting-heard':
        return heard(session, action.intent, action.handing);
      case 'setting-again':
        return again(session, action.intent);
      default:
        return only(
          session.draft === null ? session : { ...session, draft: composed(session.draft, action) },
        );
    }
  };
}

const EMPTY: Readonly<Record<ClinicalSetting['kind'], SettingDraft>> = {
  'usual-news2': { kind: 'usual-news2', parts: {}, words: '' },
  'spo2-target': { kind: 'spo2-target', low: null, words: '' },
  'last-days': { kind: 'last-days', state: null, words: '', until: '' },
  variation: { kind: 'variation', state: null, words: '', until: '' },
};

function composed(draft: SettingDraft, action: SettingsAction): SettingDraft {
  if (action.kind === 'write-basis') return { ...draft, words: action.text };
  if (action.kind === 'set-target' && draft.kind === 'spo2-target') return { ...draft, low: action.low };
  if (action.kind === 'write-until' && draft.kind === 'variation') return { ...draft, until: action.day };
  if (action.kind === 'set-state' && 'state' in draft) return { ...draft, state: action.state };
  if (action.kind !== 'set-points' || draft.kind !== 'usual-news2') return draft;
  const { [action.part]: _before, ...others } = draft.parts;
  return { ...draft, parts: action.points === null ? others : { ...others, [action.part]: action.points } };
}

/** Why what is being set cannot be saved; `null`: it can. */
export function settingDraftStop(
  draft: SettingDraft,
  by: Pick<Save['by'], 'name' | 'role'>,
  now: Instant,
): SettingStop | null {
  const what = settingOf(draft, { by: { ...by, scale: 1, mayDecide: true }, ends: [] });
  if (what !== null) return settingStop(what, now);
  // Before what is still to be chosen: whoever has just typed the day is told at once.
  if ('until' in draft && draft.until !== '' && !isDayAhead(draft.until, now)) return 'no-until';
  return MISSING[draft.kind];
}

const MISSING: Readonly<Record<SettingDraft['kind'], SettingStop>> = {
  'usual-news2': 'parts-missing',
  'spo2-target': 'no-target',
  'last-days': 'no-state',
  variation: 'no-state',
};

/** What was chosen, as a setting. `null`: something of it is missing, and missing is not zero. */
function settingOf(
  draft: SettingDraft,
  { by, ends }: Pick<Save, 'by' | 'ends'>,
): ClinicalSettingIntent | null {
  const set = valueOf(draft, by.scale);
  if (set === null) return null;
  const who = { name: by.name.trim(), role: by.role };
  return { kind: 'clinical-setting', set, by: who, ...(ends.length > 0 && { ends }) };
}

function valueOf(draft: SettingDraft, scale: 1 | 2): ClinicalSetting | null {
  const words = draft.words.trim();
  if (draft.kind === 'spo2-target') {
    const target = SPO2_TARGETS.find(({ low }) => low === draft.low);
    return target === undefined ? null : { kind: draft.kind, ...target, words };
  }
  if ('state' in draft) {
    const { kind, state, until } = draft;
    if (state === null) return null;
    // What nothing is different from any more has no last day, whatever was typed before.
    return { kind, state, words, ...(state === 'set' && until !== '' && { until }) };
  }
  const isWhole = NEWS2_PART_NAMES.every((part) => draft.parts[part] !== undefined);
  if (!isWhole) return null;
  return { kind: draft.kind, parts: draft.parts as Readonly<Record<News2PartName, number>>, scale, words };
}

function saved(session: SettingsSession, save: Save & Stamp, guards: SettingsGuards): Stepped {
  const { draft, resident } = session;
  if (draft === null || !guards.isOwn(session, save) || !guards.mayDecide(save)) return only(session);
  const what = settingOf(draft, save);
  if (what === null || settingStop(what, save.at) !== null) return only(session);
  const pressed = { id: save.id, at: save.at, what, handing: { state: 'on-its-way' } } as const;
  return {
    session: { ...session, draft: null, pressed: [...session.pressed, pressed] },
    effects: [{ kind: 'enqueue-setting', resident, pressed }],
  };
}

/** What the port says of a press. */
function heard(session: SettingsSession, intent: string, handing: Handing): Stepped {
  const before = session.pressed.find(({ id }) => id === intent);
  if (!isNews(before, handing)) return only(session);
  const pressed = session.pressed.map((one) => (one.id === intent ? { ...one, handing } : one));
  const isFirst = before.handing.state !== 'told' && handing.state === 'told';
  return { session: { ...session, pressed }, effects: isFirst ? [{ kind: 'watch-setting', intent }] : [] };
}

/** The same press again, under the same id, so that it is never sent twice. */
function again(session: SettingsSession, intent: string): Stepped {
  const found = session.pressed.find(({ id }) => id === intent);
  if (found?.handing.state !== 'not-known') return only(session);
  const pressed = { ...found, handing: { state: 'on-its-way' } } as const;
  return {
    session: { ...session, pressed: session.pressed.map((one) => (one === found ? pressed : one)) },
    effects: [{ kind: 'enqueue-setting', resident: session.resident, pressed }],
  };
}

function only(session: SettingsSession): Stepped {
  return { session, effects: [] };
}
