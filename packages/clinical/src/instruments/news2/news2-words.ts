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
  single3: '3 in at least one part',
  'rounded-input': 'a value came with decimals and was scored the higher way',
  'spo2-needs-oxygen': 'oxygen saturation cannot be scored without knowing air or oxygen',
  'spo2-needs-scale':
    'no band: the record asks for oxygen saturation scale 2, and nobody says which scale was used',
  'scale-1-assumed': 'oxygen saturation on scale 1, as no scale was given',
  'both-spo2-scales': 'the sender scored oxygen saturation on both scales, of which only one can count',
  'imported-total': 'the total is the sender’s',
};

/** The everyday name of a part. An unknown id stays as it is, so that no part is left out for want of a name. */
export function news2PartWords(part: string): string {
  return PART[part] ?? part;
}

/** A part's value in words for the reader. */
export function news2ValueWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'oxygen' : 'air';
  if (typeof value === 'string') return CONSCIOUSNESS[value] ?? value;
  return typeof value === 'number' ? String(value) : 'not readable';
}

/** The meaning of a NEWS2 flag in words, for the summary and the form. */
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

/** Whether a flag is about one part. The form shows such a flag at the part's question. */
export function isNews2PartFlag(flag: string): boolean {
  return /-(rr|spo2|scale|oxygen|sbp|pulse|acvpu|temp)$/.test(flag);
}

/**
 * The scale in words; `null` if saturation was not scored. It is always shown, because the scales differ by up to 3.
 */
export function news2ScaleWords(scale: 1 | 2 | null): string | null {
  return scale === null ? null : `oxygen saturation scale ${scale}`;
}

interface ScoredScale {
  readonly scale?: 1 | 2 | null;
  readonly onScale?: { readonly 1: number; readonly 2: number } | null;
}

/** The scale of a score in words, or the total on each scale. `null` for a score that is not NEWS2. */
export function scaleWords({ scale = null, onScale = null }: ScoreResult & ScoredScale): string | null {
  return onScale === null ? news2ScaleWords(scale) : `${onScale[1]} on scale 1, ${onScale[2]} on scale 2`;
}

function whyNotWords(reason: string, part: string): string | null {
  const words = NOT_MEASURED_WORDS.get(reason);
  return words === undefined ? null : `${news2PartWords(part)} ${words}`;
}
