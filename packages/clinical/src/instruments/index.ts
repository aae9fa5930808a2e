import { fourAt } from './4at/4at.ts';
import { sixCit } from './6cit/6cit.ts';
import { abbey } from './abbey/abbey.ts';
import { acb } from './acb/acb.ts';
import { amt4 } from './amt4/amt4.ts';
import { amts10 } from './amts10/amts10.ts';
import { barthel100 } from './barthel-100/barthel-100.ts';
import { barthel20 } from './barthel-20/barthel-20.ts';
import { bmi } from './bmi/bmi.ts';
import { braden } from './braden/braden.ts';
import { bristol } from './bristol/bristol.ts';
import { cfs } from './cfs/cfs.ts';
import { charlson } from './charlson/charlson.ts';
import { cockcroftGault } from './cockcroft-gault/cockcroft-gault.ts';
import { cornell } from './cornell/cornell.ts';
import { edmonton } from './edmonton/edmonton.ts';
import { efi } from './efi/efi.ts';
import { efi2 } from './efi2/efi2.ts';
import { fiCga } from './fi-cga/fi-cga.ts';
import { frailScale } from './frail-scale/frail-scale.ts';
import { frailtyIndex } from './frailty-index/frailty-index.ts';
import { gaitSpeed } from './gait-speed/gait-speed.ts';
import { gds15 } from './gds15/gds15.ts';
import { gds4 } from './gds4/gds4.ts';
import { must } from './must/must.ts';
import { news2 } from './news2/news2.ts';
import { orthostaticBp } from './orthostatic-bp/orthostatic-bp.ts';
import { painad } from './painad/painad.ts';
import { phq2 } from './phq2/phq2.ts';
import { polypharmacy } from './polypharmacy/polypharmacy.ts';
import { prisma7 } from './prisma-7/prisma-7.ts';
import { purposeT } from './purpose-t/purpose-t.ts';
import { softSigns } from './soft-signs/soft-signs.ts';
import { tug } from './tug/tug.ts';
import { waterlow } from './waterlow/waterlow.ts';
import { weightChange } from './weight-change/weight-change.ts';

/** Every instrument. To add one, add a folder beside these and a line here. */
export const instruments = [
  fourAt,
  sixCit,
  abbey,
  acb,
  amt4,
  amts10,
  barthel100,
  barthel20,
  bmi,
  braden,
  bristol,
  cfs,
  charlson,
  cockcroftGault,
  cornell,
  edmonton,
  efi,
  efi2,
  fiCga,
  frailScale,
  frailtyIndex,
  gaitSpeed,
  gds15,
  gds4,
  must,
  news2,
  orthostaticBp,
  painad,
  phq2,
  polypharmacy,
  prisma7,
  purposeT,
  softSigns,
  tug,
  waterlow,
  weightChange,
] as const;

export * from '../instrument.ts';
export * from '../instrument-notices.ts';
export * from '../permission.ts';
export * from '../place/instrument-settings.ts';
export * from '../place/may-score.ts';
export * from '../result-unit.ts';
export * from './cfs/cfs-words.ts';
export * from './cfs/cfs.ts';
export { bandEfiCount, bandEfiScore, efi, type EfiInput, type EfiResult } from './efi/efi.ts';
export type { EfiBand } from './efi/efi-band.ts';
export * from './news2/news2.ts';
export { NEWS2_LIMITS, NEWS2_PARTS, NEWS2_SET_WINDOW_MS, type News2Part } from './news2/news2-part.ts';
export type { Spo2Scale } from './news2/news2-scale.ts';
export * from './news2/news2-words.ts';
export * from './news2/urgent-response.ts';
export { news2Band, type News2Band, type News2Monitoring } from './news2/news2.table.ts';
export * from './records.ts';
export * from './total-expression.ts';
