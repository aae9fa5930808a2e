import type { ScoreResult } from '../../score.ts';
import { NOT_MEASURED_WORDS } from '../not-answered.ts';

const PART: Readonly<Record<string, string>> = {
  rr: 'breaths per minute',
  spo2: 'oxygen saturation',
  scale: 'oxygen saturation scale',
  oxygen: 'air or oxygen',
  sbp: 'systolic blood pressure',
  pulse: 'pulse',
  acvpu: 'consciousness',
  temp: 'temperature',
};

const CONSCIOUSNESS: Readonly<Record<string, string>> = {
  A: 'Alert',
  C: 'new confusion',
  V: 'responds to voice',
  P: 'responds to pain',
  U: 'unresponsive',
};

const FLAG: Readonly<Record<string, string>> = {
  single3: 'one part alone scores 3',
  'rounded-input': 'a value came with decimals and was scored the higher way',
  'spo2-needs-oxygen': 'oxygen saturation cannot be scored without knowing air or oxygen',
  'spo2-needs-scale':
    'no band: the record asks for oxygen saturation scale 2, and nobody says which scale was used',
  'scale-1-assumed': 'oxygen saturation on scale 1, as no scale was given',
  'both-spo2-scales': 'the sender scored oxygen saturation on both scales, of which only one can count',
  'imported-total': 'the total is the sender’s',
};

/** A part of NEWS2 as people call it. An id that this list does not know stays as it is: nothing is left out for want of a name. */
export function news2PartWords(part: string): string {
  return PART[part] ?? part;
}

/** A part's value as people read it. */
export function news2ValueWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'oxygen' : 'air';
  if (typeof value === 'string') return CONSCIOUSNESS[value] ?? value;
  return typeof value === 'number' ? String(value) : 'not readable';
}

/** What a flag of NEWS2 means to whoever reads the score, on the summary and in the form alike. */
export function news2FlagWords(flag: string): string {
  const [, kind = '', part = ''] =
    /^([a-z-]+?)-(rr|spo2|scale|oxygen|sbp|pulse|acvpu|temp)$/.exec(flag) ?? [];
  switch (kind) {
    case 'implausible':
      return `${news2PartWords(part)} implausible, scored as recorded`;
    case 'impossible':
      return `${news2PartWords(part)} impossible, not scored`;
    case 'outside-set':
      return `${news2PartWords(part)} measured at another time, not counted`;
    default:
      return FLAG[flag] ?? whyNotWords(kind, part) ?? flag;
  }
}

/** Whether a flag is of one part: a form says it at that question. */
export function isNews2PartFlag(flag: string): boolean {
  return /-(rr|spo2|scale|oxygen|sbp|pulse|acvpu|temp)$/.test(flag);
}

/** By which scale saturation was scored; `null` where it was not. It is always said: the two scales differ by up to three points. */
export function news2ScaleWords(scale: 1 | 2 | null): string | null {
  return scale === null ? null : `oxygen saturation scale ${scale}`;
}

interface ScoredScale {
  readonly scale?: 1 | 2 | null;
  readonly onScale?: { readonly 1: number; readonly 2: number } | null;
}

/** By which scale a score took saturation, or what each scale would give. `null`: of no NEWS2. */
export function scaleWords({ scale = null, onScale = null }: ScoreResult & ScoredScale): string | null {
  return onScale === null ? news2ScaleWords(scale) : `${onScale[1]} on scale 1, ${onScale[2]} on scale 2`;
}

function whyNotWords(reason: string, part: string): string | null {
  const words = NOT_MEASURED_WORDS.get(reason);
  return words === undefined ? null : `${news2PartWords(part)} ${words}`;
}
