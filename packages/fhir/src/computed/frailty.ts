import type { CfsEntry, Frailty, FrailtyIndexEntry } from '@ehch/clinical';
import { ageInYears } from '@ehch/clinical/display';
import { bandEfiCount, bandEfiScore, enterCfs } from '@ehch/clinical/instruments';
import { civilDayOf } from '@ehch/clinical/time';
import { written } from './written.ts';
import type { RecordedFrailty, RecordedFrailtyIndex } from '../recorded-view.ts';

export function completeFrailty(recorded: RecordedFrailty): Frailty {
  const { cfs, indices, statements, notMeasured = [], born, today } = recorded;
  return {
    cfs: cfs.flatMap((entry): readonly CfsEntry[] => {
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

/** An index is banded only as what it says it is: the same number means another thing in eFI than in eFI2. */
function banded({ marked, ...index }: RecordedFrailtyIndex): FrailtyIndexEntry {
  const { name, value, deficits } = index;
  // Our own writer banded it by the index's own cuts; of what others sent nobody knows by which.
  if (name === 'eFI2' && marked !== null) return { ...index, ...marked };
  if (name !== 'eFI') return { ...index, band: null, roundedSource: false };
  const counted = deficits?.considered === 36 ? bandEfiCount(deficits.present) : null;
  // A count that does not fit the printed score is no better than the score alone.
  const fits = typeof counted?.score === 'number' && Math.abs(counted.score - value) < 0.01;
  const kept = { ...index, deficits: fits || deficits?.considered !== 36 ? deficits : null };
  if (fits) return { ...kept, band: counted.band, roundedSource: false };
  // Whoever signed it said with how many decimals it was printed: 0.20 is mild, 0.2 may be moderate. A number cannot say it.
  if (marked !== null) return { ...kept, ...marked };
  const { band, ambiguous } = bandEfiScore({ score: value, decimals: null });
  return { ...kept, band, roundedSource: ambiguous };
}
