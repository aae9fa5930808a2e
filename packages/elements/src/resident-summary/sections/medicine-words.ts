import { civilDayOf } from '@ehch/clinical/time';
import type { HighRiskClass, Medicine, MedicineRepeat } from '@ehch/clinical';
import type { CivilDate } from '@ehch/clinical/time';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { count, data, plain } from '../../internal/text.ts';
import { dated, day } from '../../internal/when.ts';

/** What a medicine's line says behind its dose: whether it is used, from when until when, why, and how it is repeated. */
export function medicineWords(
  medicine: Medicine,
  today: CivilDate,
): readonly (TemplateResult | string | null)[] {
  const {
    status,
    use,
    highRisk,
    instructions,
    started,
    stopped,
    statusReason,
    remarks = [],
    repeat,
  } = medicine;
  return [
    status === 'not-stated' ? 'not stated whether it is in use' : null,
    // The title of the high-risk medicines does not say it, and the instructions may: once is enough.
    use === 'as-required' && highRisk.length > 0 && !/\bas required\b/i.test(instructions ?? '')
      ? 'as required'
      : null,
    dated(startWord(status), started),
    endWords(status, stopped),
    data(statusReason),
    ...remarks.map((remark) => data(remark)),
    ...(repeat === undefined ? [] : repeatWords(repeat, today)),
  ];
}

/** One that is only meant to start has not started. */
export function startWord(status: Medicine['status']): string {
  return status === 'intended' ? 'to start' : 'started';
}

/** Only what is stopped has stopped: the end of a running course is a day to come, or one that passed unnoticed. */
function endWords(status: Medicine['status'], end: Medicine['stopped']): TemplateResult | string | null {
  if (status === 'stopped') return end === null ? 'stop date not recorded' : dated('stopped', end);
  return dated(status === 'past-its-end' ? 'was to end' : 'until', end);
}

function repeatWords({ issued, allowed, reviewBy }: MedicineRepeat, today: CivilDate) {
  const by = civilDayOf(reviewBy);
  const isOverdue = by !== null && by < today;
  return [
    issued === null ? null : `issued ${count(issued, 'time')}`,
    allowed === null ? null : `${count(allowed, 'repeat')} allowed`,
    reviewBy === null
      ? null
      : html`repeat to be reviewed by ${day(reviewBy)}${isOverdue ? html` <strong class="old">overdue</strong>` : ''}`,
  ];
}

/** Why a medicine is high risk. "Midazolam" beside midazolam would only repeat the name. */
export function riskTag(kind: HighRiskClass, { generic }: Medicine): string {
  const words = riskWords(kind);
  return (generic ?? '').toLowerCase().includes(words.toLowerCase()) ? 'high risk' : words;
}

function riskWords(kind: HighRiskClass): string {
  if (kind === 'parkinsons') return 'Parkinson’s medicine';
  return kind === 'epilepsy' ? 'epilepsy medicine' : plain(kind);
}
