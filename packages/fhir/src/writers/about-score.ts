import type { AboutScore } from '@ehch/clinical/assessment';
import { instruments } from '@ehch/clinical/instruments';

/** What is to be known of a result to write it. */
export interface WrittenScore extends AboutScore {
  readonly title: string;
}

/** Of results that are no instrument of the registry: the frailty index of each template. */
const INDEX: WrittenScore = { title: 'CGA frailty index', unit: { kind: 'ratio' }, items: [] };

/** @throws {Error} of an instrument that nobody has said the unit of: its number could be taken for points. */
export function aboutScore(instrument: string): WrittenScore {
  const known = instruments.find(({ id }) => id === instrument);
  if (known !== undefined) return known;
  if (instrument.endsWith('-frailty-index')) return INDEX;
  throw new Error(`${instrument} has no unit.`);
}
