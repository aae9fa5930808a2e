import { SECTIONS, recorded, viewOf } from '../resident-summary/typical-resident.fixtures.ts';
import { AT, type EscalationsState } from './escalations.fixtures.ts';

const { usual: _usual, target: _target, ...measured } = SECTIONS.news2;
const unset = { ...SECTIONS, news2: { ...measured, usual: null, target: null } };
const set = {
  ...SECTIONS,
  news2: {
    ...measured,
    usual: { ...from('2026-11-20T10:00:00Z'), total: 3, details: ['usual points for pulse: 1'] },
    target: { ...from('2026-11-01T10:00:00Z'), low: 88, high: 92, scale: 2, text: '88–92 %' } as const,
  },
};

function from(on: string) {
  return {
    id: `set-${on}`,
    on,
    source: { label: 'GP record', terms: { keep: 'yes' } },
    by: { name: 'Dr P. Adeyemi', role: 'GP' },
    cautions: [],
  } as const;
}

const limited = {
  ...SECTIONS,
  limits: {
    ...SECTIONS.limits,
    lastDays: {
      ...from('2026-11-20T10:00:00Z'),
      text: 'Last days of life: Yes',
      notes: [{ text: 'Agreed with her daughter', by: null, on: null }],
    },
    decisions: [
      ...SECTIONS.limits.decisions,
      {
        ...from('2026-11-19T10:00:00Z'),
        kind: 'variation',
        text: 'Oral antibiotics here for a chest infection.',
      } as const,
    ],
  },
};

function toAttempt<C extends object>(one: C) {
  return { ...one, decision: 'attempt' } as const;
}

/** What a clinician sees beside one resident, and sets there. */
export const states: Record<string, EscalationsState> = {
  'settings-not-set': { view: viewOf(unset), mayDecide: true },
  'settings-set': { view: viewOf(set), mayDecide: true },
  'settings-not-read': {
    view: viewOf(SECTIONS, { news2: { state: 'failed', error: { code: 'timeout' }, at: AT } }),
    mayDecide: true,
  },
  'settings-disagree': {
    view: viewOf(set, {
      news2: {
        ...recorded(set.news2),
        content: {
          kind: 'disagree',
          common: null,
          sides: [{ ...from('2026-11-20T10:00:00Z'), value: set.news2 }],
        },
      },
    }),
    mayDecide: true,
  },
  'settings-in-part': {
    view: viewOf(unset, { news2: recorded(unset.news2, { gaps: [{ why: 'failed', what: 'flags' }] }) }),
    mayDecide: true,
  },
  'settings-usual': {
    view: viewOf(set),
    mayDecide: true,
    press: [{ kind: 'begin-setting', what: 'usual-news2' }],
  },
  'settings-target': {
    view: viewOf(unset),
    mayDecide: true,
    press: [
      { kind: 'begin-setting', what: 'spo2-target' },
      { kind: 'set-target', low: 88 },
    ],
  },
  'settings-limited': { view: viewOf(limited), mayDecide: true },
  'settings-limits-not-read': {
    view: viewOf(SECTIONS, { limits: { state: 'failed', error: { code: 'timeout' }, at: AT } }),
    mayDecide: true,
  },
  'settings-last-days': {
    view: viewOf(unset),
    mayDecide: true,
    press: [
      { kind: 'begin-setting', what: 'last-days' },
      { kind: 'set-state', state: 'set' },
    ],
  },
  'settings-last-days-for-cpr': {
    view: viewOf({ ...unset, limits: { ...SECTIONS.limits, cpr: SECTIONS.limits.cpr.map(toAttempt) } }),
    mayDecide: true,
    press: [{ kind: 'begin-setting', what: 'last-days' }],
  },
  'settings-died': {
    view: viewOf({ ...set, identity: { ...SECTIONS.identity, death: { state: 'died', on: '2026-11-09' } } }),
    mayDecide: true,
  },
  'settings-variation': {
    view: viewOf(limited),
    mayDecide: true,
    press: [{ kind: 'begin-setting', what: 'variation' }],
  },
  'settings-variation-passed': {
    view: viewOf(limited),
    mayDecide: true,
    press: [
      { kind: 'begin-setting', what: 'variation' },
      { kind: 'set-state', state: 'set' },
    ],
    typed: { 'What is different': 'Ring the practice first.', 'Until the end': '2026-11-20' },
  },
  'settings-ends-unread': {
    view: viewOf(SECTIONS, { limits: { state: 'failed', error: { code: 'timeout' }, at: AT } }),
    mayDecide: true,
    press: [
      { kind: 'begin-setting', what: 'last-days' },
      { kind: 'set-state', state: 'ended' },
    ],
  },
  'settings-cannot-send': { view: viewOf(set), mayDecide: true, port: null },
  'settings-not-a-clinician': { view: viewOf(set) },
};

const TARGET = { kind: 'begin-setting', what: 'spo2-target' } as const;

/** What sets something is not here. */
export const lateStates = {
  'settings-awaited': { view: viewOf(set), mayDecide: true, parts: 'on-its-way', press: [TARGET] },
  'settings-not-fetched': { view: viewOf(set), mayDecide: true, parts: 'not-to-be-had', press: [TARGET] },
} as const satisfies Readonly<Record<string, EscalationsState>>;
