import type { DeficitRule } from '../../types.ts';
import { functionSection } from '../sections/function.ts';
import { graded, binaryDeficit } from './deficit.ts';

const HELP = { alone: 0, prompt: 0.5, help: 0.5, full: 1 } as const;

export const functionDeficits: readonly DeficitRule[] = [
  ...graded(functionSection, {
    'help-eating': HELP,
    'help-washing': HELP,
    'help-dressing': HELP,
    'help-toilet': HELP,
    transfers: { alone: 0, one: 0.5, two: 1, hoist: 1, bed: 1 },
    walking: { alone: 0, stick: 0.5, frame: 0.5, person: 0.5, chair: 1, none: 1 },
  }),
  binaryDeficit('slow', 'Slow walking', ({ score }) => {
    const band = score('gait-speed')?.band ?? score('tug')?.band ?? null;
    return band === null ? null : band === 'slow' || band === 'over-10';
  }),
];
