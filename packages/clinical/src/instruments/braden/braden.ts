import { defineInstrument } from '../../instrument.ts';
import type { BandTable } from '../bands.ts';
import { withChosenBand, type ChosenBand } from '../chosen-bands.ts';
import { enterTotal, entryQuestions, type TotalInput } from '../total-entry.ts';

const RANGE = [6, 23] as const;

/** Takes a finished Braden total. Lower is worse. Two public tables of bands disagree, so a place names its own. */
export function enterBraden(input: TotalInput, bands?: BandTable): ChosenBand {
  const total = enterTotal(
    { instrument: 'braden', range: RANGE, direction: 'lower-worse', bands: null },
    input,
  );
  return withChosenBand(total, bands);
}

export const braden = /* @__PURE__ */ defineInstrument({
  id: 'braden',
  title: 'Braden total',
  version: 'Braden-1987',
  tier: 'B',
  direction: 'lower-worse',
  range: RANGE,
  source: {
    citation: 'Bergstrom 1987, Nurs Res 36:205-10.',
    licence: 'Copyright Braden and Bergstrom 1988. Only a finished total is entered here.',
    notice: 'The total is reached with the Braden Scale itself. A low total is the worse one.',
  },
  items: [
    { id: 'total', type: 'integer', text: 'Braden total: low is worse', limits: { min: 6, max: 23 } },
    ...entryQuestions('Version of the scale'),
  ],
  score: enterBraden,
});
