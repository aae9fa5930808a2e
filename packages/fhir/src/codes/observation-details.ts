/**
 * LOINC and SNOMED CT codes that also say how a value was obtained. A weight that the resident states was not
 * measured. The codes, and where they were read, stand in `observation-codes.ts`.
 */
export const OBSERVATION_DETAILS: ReadonlyMap<string, string> = new Map([
  ['784399000', 'as the person says, not measured'], // Self reported body weight
  ['1162419008', 'as the person says, not measured'], // Self reported body height
  ['3142-7', 'as stated, not measured'], // Body weight Stated
  ['3138-5', 'as stated, not measured'], // Body height Stated
  ['8350-1', 'with clothes'], // Body weight Measured --with clothes
  ['8351-9', 'without clothes'], // Body weight Measured --without clothes
  ['424927000', 'with shoes'], // Body weight with shoes
  ['425024002', 'without shoes'], // Body weight without shoes
  ['415974002', 'in the ear'], // Tympanic temperature
  ['415945006', 'by mouth'], // Oral temperature
  ['8331-1', 'by mouth'], // Oral temperature
  ['415882003', 'in the armpit'], // Axillary temperature
  ['276885007', 'core temperature'], // Core body temperature
]);

/**
 * [P] Names of components of R4's vital signs profiles, for components whose code has no words. Not all of
 * the LOINC and SNOMED CT codes are checked against a published list yet. A name is used only where the
 * record gives none.
 */
export const COMPONENT_NAMES: ReadonlyMap<string, string> = new Map([
  ['8310-5', 'Temperature'], // Body temperature
  ['8867-4', 'Pulse'], // Heart rate
  ['9279-1', 'Respiration rate'], // Respiratory rate
  ['59408-5', 'Oxygen saturation'], // Oxygen saturation in Arterial blood by Pulse oximetry
  ['2708-6', 'Oxygen saturation'], // Oxygen saturation in Arterial blood
  ['8480-6', 'Systolic blood pressure'],
  ['8462-4', 'Diastolic blood pressure'],
  ['371825009', 'On oxygen'], // SNOMED CT, UK Core InspiredOxygen
  ['722742002', 'Room air'],
  ['3151-8', 'Inhaled oxygen flow rate'], // US Core pulse oximetry
  ['3150-6', 'Inhaled oxygen concentration'], // US Core pulse oximetry
]);
