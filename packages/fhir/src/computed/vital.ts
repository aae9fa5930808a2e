import type { NamedMeasurement } from '@ehch/clinical';
import { formatQuantity } from '@ehch/clinical/display';
import { ACVPU_WORDS } from '../codes/acvpu.ts';
import { legible } from '../legible.ts';
import { textOf } from './written.ts';
import { VITAL_NAMES } from '../vital-names.ts';
import type { RecordedVital, VitalParts, VitalSign } from '../recorded-view.ts';

/** A vital sign in words. A value that is not a number in the expected unit stays as its author wrote it. */
export function completeVital(vital: RecordedVital): NamedMeasurement {
  const { sign, parts, said, absent, position, ...recorded } = vital;
  const text = said === null ? (WORDS[sign](parts, absent) ?? 'Unknown') : textOf(said);
  return {
    ...recorded,
    name: VITAL_NAMES[sign],
    ...(sign === 'usualSpo2' ? {} : { part: sign }),
    text: position === undefined ? text : `${text}, ${position}`,
  };
}

/** The signs among the parts of a score, each with its name: "Pulse: 104 beats per minute". */
export function vitalsIn(parts: VitalParts): readonly (readonly [VitalSign, string])[] {
  return (Object.keys(WORDS) as readonly VitalSign[]).flatMap((sign) => {
    const said = WORDS[sign](parts, {});
    return said === null ? [] : [[sign, `${VITAL_NAMES[sign]}: ${said}`] as const];
  });
}

/** Each sign in words, in its NEWS2 unit. `null`: the sign was not measured. */
const WORDS: Readonly<
  Record<VitalSign, (parts: VitalParts, absent: RecordedVital['absent']) => string | null>
> = {
  rr: ({ rr }) => amount(rr, 'breaths per minute'),
  spo2: ({ spo2 }) => amount(spo2, '%'),
  usualSpo2: ({ usualSpo2 }) => amount(usualSpo2, '%'),
  oxygen: ({ oxygen }) => (oxygen === undefined ? null : oxygen ? 'On oxygen' : 'Air'),
  sbp: ({ sbp, dbp }, absent) => pressure(sbp, dbp, absent),
  pulse: ({ pulse }) => amount(pulse, 'beats per minute'),
  acvpu: ({ acvpu }) => (acvpu === undefined ? null : ACVPU_WORDS[acvpu]),
  temp: ({ temp }) => amount(temp, '°C'),
};

/** A blood pressure in words. Where one number is missing, it says which and why. */
function pressure(
  sbp: number | undefined,
  dbp: number | undefined,
  absent: RecordedVital['absent'],
): string | null {
  if (sbp !== undefined && dbp !== undefined) return `${legible(sbp)} over ${legible(dbp)} mmHg`;
  if (sbp !== undefined)
    return [amount(sbp, 'mmHg systolic'), absent.dbp === undefined ? null : `lower number ${absent.dbp}`]
      .filter((part) => part !== null)
      .join(', ');
  return dbp === undefined
    ? null
    : `upper number ${absent.sbp ?? 'not recorded'}, lower ${amount(dbp, 'mmHg')}`;
}

function amount(value: number | undefined, unit: string): string | null {
  return value === undefined ? null : formatQuantity(legible(value), unit);
}
