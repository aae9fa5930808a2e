import type { Turn } from './turn.ts';

/** Values by which nobody has decided yet, or a decision rests. */
export const UNFINISHED_TURNS: readonly Turn[] = [
  {
    type: 'CarePlan',
    what: 'a proposal',
    change: { intent: 'proposal' },
    says: 'Care and support (only proposed)',
  },
  {
    type: 'CarePlan',
    what: 'an option',
    change: { intent: 'option' },
    says: 'Care and support (one of several options, not chosen yet)',
  },
  {
    type: 'EpisodeOfCare',
    what: 'on hold',
    change: { status: 'onhold' },
    says: 'recorded as on hold',
  },
  {
    type: 'DocumentReference',
    what: 'not final',
    change: { docStatus: 'preliminary' },
    says: 'Discharge summary (preliminary, not final)',
  },
  {
    type: 'Task',
    what: 'a proposal',
    change: { intent: 'proposal' },
    says: 'Look at her leg (proposed, not asked for yet)',
  },
  {
    type: 'QuestionnaireResponse',
    what: 'not finished',
    change: { status: 'in-progress' },
    says: 'Form (not finished)',
  },
  {
    type: 'ServiceRequest',
    plain: 'a directive',
    what: 'on hold',
    change: { status: 'on-hold' },
    says: 'Antibiotics by mouth (on hold)',
  },
  {
    type: 'ServiceRequest',
    plain: 'a decision about CPR',
    what: 'a proposal',
    change: { intent: 'proposal' },
    says: 'About CPR: Not for CPR: proposed, not decided, not in force today',
    saysNoMore: 'This is about CPR only',
  },
  {
    type: 'ServiceRequest',
    plain: 'a decision about CPR',
    what: 'on hold',
    change: { status: 'on-hold' },
    says: 'About CPR: Not for CPR: on hold, not in force today',
    saysNoMore: 'This is about CPR only',
  },
  {
    type: 'Procedure',
    plain: 'a decision about CPR',
    what: 'on hold',
    change: { status: 'on-hold' },
    says: 'About CPR: Not for CPR: on hold, not in force today',
    saysNoMore: 'This is about CPR only',
  },
];
