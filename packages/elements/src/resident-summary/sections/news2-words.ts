const PART: Readonly<Record<string, string>> = {
  rr: 'breaths per minute',
  spo2: 'oxygen saturation',
  oxygen: 'air or oxygen',
  sbp: 'systolic blood pressure',
  pulse: 'pulse',
  acvpu: 'consciousness',
  temp: 'temperature',
};

const BAND: Readonly<Record<string, string>> = {
  low: 'low',
  'low-medium': 'low-medium: a 3 in one part',
  medium: 'medium',
  high: 'high',
};

const CONSCIOUSNESS: Readonly<Record<string, string>> = {
  A: 'Alert',
  C: 'new confusion',
  V: 'responds to voice',
  P: 'responds to pain',
  U: 'unresponsive',
};

/** An instrument's own id where this list has no word: a part is never left out for want of a name. */
export function partWords(id: string): string {
  return PART[id] ?? id;
}

export function bandWords(band: string): string {
  return BAND[band] ?? band;
}

/** A part's value as people read it. */
export function valueWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'oxygen' : 'air';
  if (typeof value === 'string') return CONSCIOUSNESS[value] ?? value;
  return typeof value === 'number' ? String(value) : 'not readable';
}
