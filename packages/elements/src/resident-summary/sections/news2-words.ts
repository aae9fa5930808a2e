const PART: Readonly<Record<string, string>> = {
  rr: 'breaths per minute',
  spo2: 'oxygen saturation',
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

/** An instrument's own id where this list has no word: a part is never left out for want of a name. */
export function partWords(id: string): string {
  return PART[id] ?? id;
}

/** A part's value as people read it. */
export function valueWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on oxygen' : 'on air';
  if (typeof value === 'string') return CONSCIOUSNESS[value] ?? value;
  return typeof value === 'number' ? String(value) : 'not readable';
}

/** What an instrument's flag means to the reader. `null`: said elsewhere on the same line. */
export function flagWords(flag: string): string | null {
  const [, kind = flag, part = ''] = /^(implausible|impossible|outside-set)-(.+)$/.exec(flag) ?? [];
  switch (kind) {
    case 'single3':
      return null;
    case 'rounded-input':
      return 'a value came with decimals and was scored the higher way';
    case 'implausible':
      return `${partWords(part)} implausible, scored as recorded`;
    case 'impossible':
      return `${partWords(part)} impossible, not scored`;
    case 'outside-set':
      return `${partWords(part)} measured at another time, not counted`;
    case 'spo2-needs-oxygen':
      return 'oxygen saturation cannot be scored without knowing air or oxygen';
    case 'scale-1-assumed':
      return 'oxygen saturation on scale 1, as no scale is recorded';
    case 'both-spo2-scales':
      return 'both oxygen saturation scales were recorded, of which only one can have been used';
    default:
      // No id of ours is a word of theirs.
      return flag.replaceAll('-', ' ');
  }
}
