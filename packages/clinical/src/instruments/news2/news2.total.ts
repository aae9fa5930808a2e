import type { Expression } from '../../form/expression.ts';
import { answer, chosen, is, numberOf, pointsOf, sumOf, when } from '../arithmetic.ts';
import { NEWS2_TABLE, SCALE_2_NEEDS_OXYGEN_ABOVE, type News2Row } from './news2.table.ts';
import { news2 } from './news2.ts';

const spo2 = numberOf(news2, 'spo2');
const oxygen = answer('oxygen');

/** Rounding half up to tenths moves each cut-off up by half a tenth, and makes it exclusive. */
const temperature = NEWS2_TABLE.tempTenths.map(({ upTo, points }) => ({ upTo: (upTo + 0.5) / 10, points }));

/** Without a stated scale it is scale 1, as the RCP has it. Above 92 on scale 2 the points depend on oxygen. */
const saturation = when(
  chosen('scale', '2'),
  when(
    is(spo2, '>', SCALE_2_NEEDS_OXYGEN_ABOVE),
    when(
      oxygen,
      rows(spo2, '<=', NEWS2_TABLE.spo2Scale2OnOxygen),
      rows(spo2, '<=', NEWS2_TABLE.spo2Scale2OnAir),
    ),
    rows(spo2, '<=', NEWS2_TABLE.spo2Scale2OnAir),
  ),
  rows(spo2, '<=', NEWS2_TABLE.spo2Scale1),
);

/** NEWS2 of the form's answers. The form does not ask about age under 16 or pregnancy, for which there is no NEWS2. */
export const total = sumOf(
  rows(numberOf(news2, 'rr'), '<=', NEWS2_TABLE.rr),
  saturation,
  when(oxygen, NEWS2_TABLE.oxygen.oxygen, when({ op: 'not', of: oxygen }, NEWS2_TABLE.oxygen.air)),
  rows(numberOf(news2, 'sbp'), '<=', NEWS2_TABLE.sbp),
  rows(numberOf(news2, 'pulse'), '<=', NEWS2_TABLE.pulse),
  pointsOf('acvpu'),
  rows(numberOf(news2, 'temp'), '<', temperature),
);

/** The points of the first row that holds the value; nothing without a value. */
function rows(
  value: Expression,
  op: '<=' | '<',
  table: readonly { readonly upTo: News2Row['upTo']; readonly points: number }[],
): Expression {
  const last = when({ op: 'exists', of: value }, table.at(-1)?.points ?? 0);
  return table
    .slice(0, -1)
    .reduceRight((rest, { upTo, points }) => when(is(value, op, upTo), points, rest), last);
}
