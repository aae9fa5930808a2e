import { AHEAD, PAST, type Turn } from './turn.ts';

/** Values that reverse a statement about a medicine. */
export const MEDICINE_TURNS: readonly Turn[] = [
  {
    type: 'MedicationStatement',
    what: 'stopped',
    change: { status: 'stopped' },
    says: 'Stopped or not taken (1) ramipril',
    saysNoMore: 'Not stated whether regular',
  },
  {
    type: 'MedicationStatement',
    what: 'not taken',
    change: { status: 'not-taken' },
    says: 'Stopped or not taken (1) ramipril 5 mg capsules stop date not recorded · recorded as not taken',
    saysNoMore: 'Not stated whether regular',
  },
  {
    type: 'MedicationStatement',
    what: 'on hold',
    change: { status: 'on-hold' },
    says: 'On hold (1) ramipril',
    saysNoMore: 'Not stated whether regular',
  },
  {
    type: 'MedicationStatement',
    what: 'intended',
    change: { status: 'intended' },
    says: 'Planned, not started (1) ramipril',
    saysNoMore: 'Not stated whether regular',
  },
  {
    type: 'MedicationStatement',
    what: 'ended',
    change: { effectivePeriod: { start: '2026-01-01', end: PAST } },
    says: 'Past its end date, not recorded as stopped (1) ramipril',
    saysNoMore: 'Not stated whether regular',
  },
  {
    type: 'MedicationStatement',
    what: 'to begin',
    change: { effectivePeriod: { start: AHEAD } },
    says: 'Planned, not started (1) Dated in the future ramipril 5 mg capsules to start 01-May-2027',
    saysNoMore: 'Not stated whether regular',
  },
  {
    type: 'MedicationRequest',
    what: 'stopped',
    change: { status: 'stopped' },
    says: 'Stopped or not taken (1) ramipril',
    saysNoMore: 'Not stated whether regular',
  },
  {
    type: 'MedicationRequest',
    what: 'cancelled',
    change: { status: 'cancelled' },
    says: 'Stopped or not taken (1) ramipril 5 mg capsules stop date not recorded · cancelled',
    saysNoMore: 'Not stated whether regular',
  },
  {
    type: 'MedicationRequest',
    what: 'completed',
    change: { status: 'completed' },
    says: 'Prescription completed: not said whether still taken (1) ramipril',
    saysNoMore: 'Not stated whether regular',
  },
  {
    type: 'MedicationRequest',
    what: 'on hold',
    change: { status: 'on-hold' },
    says: 'On hold (1) ramipril',
    saysNoMore: 'Not stated whether regular',
  },
  {
    type: 'MedicationRequest',
    what: 'not to be given',
    change: { doNotPerform: true },
    says: 'Not to be given (1) ramipril 5 mg capsules — NOT TO BE GIVEN',
    saysNoMore: 'Not stated whether regular',
  },
  {
    type: 'MedicationRequest',
    what: 'a proposal',
    change: { intent: 'proposal' },
    says: 'Planned, not started (1) ramipril 5 mg capsules proposed, not ordered',
    saysNoMore: 'Not stated whether regular',
  },
  {
    type: 'MedicationRequest',
    what: 'past its end',
    change: {
      dosageInstruction: [{ text: 'one daily', timing: { repeat: { boundsPeriod: { end: PAST } } } }],
    },
    says: 'Past its end date, not recorded as stopped (1) ramipril 5 mg capsules — one daily, until 01-Mar-2026',
    saysNoMore: 'Not stated whether regular',
  },
];
