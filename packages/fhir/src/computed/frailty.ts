import type { CfsEntry, Frailty, FrailtyIndexEntry } from '@ehch/clinical';
import { ageInYears } from '@ehch/clinical/display';
import { bandEfiCount, bandEfiScore, enterCfs } from '@ehch/clinical/instruments';
import { civilDayOf } from '@ehch/clinical/time';
import { written } from './written.ts';
import type { RecordedFrailty, RecordedFrailtyIndex } from '../recorded-view.ts';

/** Frailty with the CFS groups and the bands of each index. An entry that `enterCfs` refuses is left out. */
export function completeFrailty(recorded: RecordedFrailty): Frailty {
  const { cfs, indices, statements, notMeasured = [], born, today } = recorded;
  return {
    cfs: cfs.flatMap((entry): readonly CfsEntry[] => {
      // The age on the day of the assessment decides which warnings apply, not the age today.
      const ageYears = born === null ? null : ageInYears(born, civilDayOf(entry.on) ?? today);
      const { flags, ...recorded } = entry;
      const { group, warnings } = enterCfs({
        level: entry.level,
        version: entry.version,
        ageYears,
        acutelyUnwell: flags.includes('acutely-unwell'),
        disability: flags.includes('not-validated-disability'),
      });
      return group === null ? [] : [{ ...recorded, group, warnings }];
    }),
    indices: indices.map(banded),
    statements: written(statements),
    notMeasured,
  };
}

/** Bands an index only by its own rules, because the same number means different things in eFI and eFI2. */
function banded({ marked, ...index }: RecordedFrailtyIndex): FrailtyIndexEntry {
  const { name, value, deficits } = index;
  // This product's own writer recorded the band with the score. For an eFI2 from elsewhere, nobody knows
  // which cut-offs apply.
  if (name === 'eFI2' && marked !== null) return { ...index, ...marked };
  if (name !== 'eFI') return { ...index, band: null, roundedSource: false };
  // 36 is the number of deficits in the eFI. Another number belongs to another index.
  const counted = deficits?.considered === 36 ? bandEfiCount(deficits.present) : null;
  // A count that does not match the printed score adds nothing to it.
  const fits = typeof counted?.score === 'number' && Math.abs(counted.score - value) < 0.01;
  const kept = { ...index, deficits: fits || deficits?.considered !== 36 ? deficits : null };
  if (fits) return { ...kept, band: counted.band, roundedSource: false };
  // The decimals decide the band: 0.20 is mild, 0.2 may be moderate. A JSON number cannot keep them, so the
  // signed band counts.
  if (marked !== null) return { ...kept, ...marked };
  const { band, ambiguous } = bandEfiScore({ score: value, decimals: null });
  return { ...kept, band, roundedSource: ambiguous };
}
