import {
  ageInYears,
  bandEfiCount,
  bandEfiScore,
  civilDayOf,
  enterCfs,
  type CfsEntry,
  type Frailty,
  type FrailtyIndexEntry,
} from '@ehch/clinical';
import { written } from './written.ts';
import type { RecordedFrailty, RecordedFrailtyIndex } from '../recorded-view.ts';

export function completeFrailty(recorded: RecordedFrailty): Frailty {
  const { cfs, indices, statements, notMeasured = [], born, today } = recorded;
  return {
    cfs: cfs.flatMap((entry): readonly CfsEntry[] => {
      const ageYears = born === null ? null : ageInYears(born, civilDayOf(entry.on) ?? today);
      const { group, warnings } = enterCfs({ level: entry.level, version: entry.version, ageYears });
      return group === null ? [] : [{ ...entry, group, warnings }];
    }),
    indices: indices.map(banded),
    statements: written(statements),
    notMeasured,
  };
}

/** An index is banded only as what it says it is: the same number means another thing in eFI than in eFI2. */
function banded(index: RecordedFrailtyIndex): FrailtyIndexEntry {
  const { name, value, deficits } = index;
  if (name !== 'eFI') return { ...index, band: null, roundedSource: false };
  const counted = deficits?.considered === 36 ? bandEfiCount(deficits.present) : null;
  const scored = bandEfiScore({ score: value, decimals: null });
  // A count that does not fit the printed score is no better than the score alone.
  const fits = typeof counted?.score === 'number' && Math.abs(counted.score - value) < 0.01;
  return {
    ...index,
    deficits: fits || deficits?.considered !== 36 ? deficits : null,
    band: fits ? counted.band : scored.band,
    roundedSource: !fits && scored.ambiguous,
  };
}
