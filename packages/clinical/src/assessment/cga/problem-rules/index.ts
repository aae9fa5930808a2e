import type { ProblemRule } from '../../types.ts';
import { acpNotOffered } from './acp-not-offered.ts';
import { allergiesUnchecked } from './allergies-unchecked.ts';
import { anticholinergic } from './anticholinergic.ts';
import { antipsychotic } from './antipsychotic.ts';
import { bedRails } from './bed-rails.ts';
import { boneHealth } from './bone-health.ts';
import { breathlessness } from './breathlessness.ts';
import { catheter } from './catheter.ts';
import { cognition } from './cognition.ts';
import { constipation } from './constipation.ts';
import { delirium } from './delirium.ts';
import { distressBehaviour } from './distress-behaviour.ts';
import { falls } from './falls.ts';
import { feet } from './feet.ts';
import { frailer } from './frailer.ts';
import { hearing } from './hearing.ts';
import { immunisation } from './immunisation.ts';
import { incontinence } from './incontinence.ts';
import { isolation } from './isolation.ts';
import { liberty } from './liberty.ts';
import { lowIntake } from './low-intake.ts';
import { lowMood } from './low-mood.ts';
import { malnutrition } from './malnutrition.ts';
import { manyMedicines } from './many-medicines.ts';
import { medicationReview } from './medication-review.ts';
import { mouthCare } from './mouth-care.ts';
import { movingEquipment } from './moving-equipment.ts';
import { orthostaticDrop } from './orthostatic-drop.ts';
import { pain } from './pain.ts';
import { poorSleep } from './poor-sleep.ts';
import { pressureRisk } from './pressure-risk.ts';
import { psychotropicReview } from './psychotropic-review.ts';
import { sight } from './sight.ts';
import { skinDamage } from './skin-damage.ts';
import { slowWalking } from './slow-walking.ts';
import { swallowing } from './swallowing.ts';
import { weightLoss } from './weight-loss.ts';

/**
 * Every rule that may raise a candidate problem, in the order of the form. There is none for safeguarding: what is raised
 * here ends on a list that others read.
 */
export const problemRules: readonly ProblemRule[] = [
  weightLoss,
  malnutrition,
  lowIntake,
  swallowing,
  mouthCare,
  pain,
  incontinence,
  constipation,
  catheter,
  skinDamage,
  pressureRisk,
  falls,
  boneHealth,
  orthostaticDrop,
  sight,
  hearing,
  poorSleep,
  breathlessness,
  feet,
  immunisation,
  movingEquipment,
  slowWalking,
  frailer,
  delirium,
  cognition,
  lowMood,
  distressBehaviour,
  psychotropicReview,
  antipsychotic,
  isolation,
  liberty,
  bedRails,
  manyMedicines,
  anticholinergic,
  medicationReview,
  allergiesUnchecked,
  acpNotOffered,
];
