import { EhchError } from '@ehch/clinical';
import type { AboutScore } from '@ehch/clinical/assessment';
import { instruments } from '@ehch/clinical/instruments';

/** What the writer must know about an instrument to write its result. */
export interface WrittenScore extends AboutScore {
  readonly title: string;
}

/** Results that are no instrument of the registry: the frailty index of each assessment template. */
const INDEX: WrittenScore = { title: 'CGA frailty index', unit: { kind: 'ratio' }, items: [] };

/**
 * The title, unit and items of an instrument.
 * @throws {EhchError} `bad-argument` for an instrument without a declared unit, whose number could be taken for points
 */
export function aboutScore(instrument: string): WrittenScore {
  const known = instruments.find(({ id }) => id === instrument);
  if (known !== undefined) return known;
  if (instrument.endsWith('-frailty-index')) return INDEX;
  throw new EhchError(
    'bad-argument',
    `No instrument of this kit is called "${instrument}", so its unit is not known. Register it, or leave its score out.`,
  );
}
