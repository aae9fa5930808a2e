import type { CodeableConcept } from '@medplum/fhirtypes';
import { SNOMED, text } from '../codes.ts';

interface CatalogueMedicine {
  readonly concept: CodeableConcept;
  /** How the medicine is taken, unless the story says otherwise. */
  readonly take: string;
  readonly asRequired?: true;
}

/**
 * Medicines of this home, with names in the form of dm+d products. A code is given only if a published data set that we
 * could read pairs it with the name.
 */
export const MEDICINES = {
  paracetamol: {
    concept: coded('322236009', 'Paracetamol 500mg tablets'),
    take: 'two tablets up to four times a day, at least four hours apart',
  },
  amlodipine: { concept: coded('319283006', 'Amlodipine 5mg tablets'), take: 'one tablet each morning' },
  felodipine: {
    concept: coded('319287007', 'Felodipine 5mg modified-release tablets'),
    take: 'one tablet each morning',
  },
  spironolactone: {
    concept: coded('42216511000001100', 'Spironolactone 25mg tablets'),
    take: 'one tablet each morning',
  },
  'fentanyl-patch': {
    concept: coded('36120011000001101', 'Fentanyl 25micrograms/hour transdermal patches'),
    take: 'one patch every 72 hours, to a new place on the upper body',
  },
  'morphine-mr': {
    concept: coded('36126811000001109', 'Morphine 15mg modified-release tablets'),
    take: 'one tablet every 12 hours',
  },
  trazodone: { concept: coded('376689003', 'Trazodone 50mg capsules'), take: 'one capsule at night' },
  doxycycline: {
    concept: coded('421341000', 'Doxycycline 100mg tablets'),
    take: 'one capsule each morning for five days',
  },
  apixaban: { concept: text('Apixaban 2.5mg tablets'), take: 'one tablet twice a day' },
  warfarin: { concept: text('Warfarin 1mg tablets'), take: 'as in the yellow book' },
  bisoprolol: { concept: text('Bisoprolol 2.5mg tablets'), take: 'one tablet each morning' },
  ramipril: { concept: text('Ramipril 2.5mg capsules'), take: 'one capsule each morning' },
  furosemide: { concept: text('Furosemide 40mg tablets'), take: 'one tablet each morning' },
  atorvastatin: { concept: text('Atorvastatin 20mg tablets'), take: 'one tablet at night' },
  aspirin: {
    concept: text('Aspirin 75mg dispersible tablets'),
    take: 'one tablet dispersed in water each morning',
  },
  clopidogrel: { concept: text('Clopidogrel 75mg tablets'), take: 'one tablet each morning' },
  isosorbide: {
    concept: text('Isosorbide mononitrate 20mg tablets'),
    take: 'one tablet at 08:00 and at 14:00',
  },
  gtn: {
    concept: text('Glyceryl trinitrate 400micrograms/dose sublingual spray'),
    take: 'one or two sprays under the tongue for chest pain',
    asRequired: true,
  },
  digoxin: { concept: text('Digoxin 62.5microgram tablets'), take: 'one tablet each morning' },
  metformin: { concept: text('Metformin 500mg tablets'), take: 'one tablet twice a day with meals' },
  gliclazide: { concept: text('Gliclazide 40mg tablets'), take: 'one tablet each morning with breakfast' },
  'insulin-glargine': {
    concept: text('Insulin glargine 100units/ml solution for injection 3ml pre-filled pen'),
    take: '14 units under the skin at 21:00',
  },
  levothyroxine: {
    concept: text('Levothyroxine sodium 50microgram tablets'),
    take: 'one tablet each morning before breakfast',
  },
  'co-careldopa': {
    concept: text('Co-careldopa 25mg/100mg tablets'),
    take: 'one tablet at 07:00, 11:00, 15:00 and 19:00, on time every time',
  },
  donepezil: { concept: text('Donepezil 10mg tablets'), take: 'one tablet at night' },
  memantine: { concept: text('Memantine 10mg tablets'), take: 'one tablet twice a day' },
  rivastigmine: {
    concept: text('Rivastigmine 4.6mg/24hours transdermal patches'),
    take: 'one patch each morning, to a new place on the back',
  },
  quetiapine: { concept: text('Quetiapine 25mg tablets'), take: 'one tablet at night' },
  risperidone: { concept: text('Risperidone 500microgram tablets'), take: 'one tablet at night' },
  sertraline: { concept: text('Sertraline 50mg tablets'), take: 'one tablet each morning' },
  mirtazapine: { concept: text('Mirtazapine 15mg tablets'), take: 'one tablet at night' },
  citalopram: { concept: text('Citalopram 10mg tablets'), take: 'one tablet each morning' },
  lorazepam: {
    concept: text('Lorazepam 500microgram tablets'),
    take: 'one tablet when very distressed and nothing else helps, no more than two in a day',
    asRequired: true,
  },
  'sodium-valproate': {
    concept: text('Sodium valproate 200mg gastro-resistant tablets'),
    take: 'two tablets twice a day',
  },
  levetiracetam: { concept: text('Levetiracetam 500mg tablets'), take: 'one tablet twice a day' },
  midazolam: {
    concept: text('Midazolam 10mg/2ml oromucosal solution pre-filled oral syringes'),
    take: 'one syringe inside the cheek for a seizure longer than five minutes, as in the seizure plan',
    asRequired: true,
  },
  baclofen: { concept: text('Baclofen 10mg tablets'), take: 'one tablet three times a day' },
  gabapentin: { concept: text('Gabapentin 100mg capsules'), take: 'one capsule three times a day' },
  'alendronic-acid': {
    concept: text('Alendronic acid 70mg tablets'),
    take: 'one tablet each Sunday, sitting up, with a full glass of water',
  },
  'calcium-d3': {
    concept: text('Calcium carbonate 1.5g / Colecalciferol 400unit chewable tablets'),
    take: 'one tablet twice a day, chewed',
  },
  colecalciferol: { concept: text('Colecalciferol 800unit capsules'), take: 'one capsule each morning' },
  omeprazole: {
    concept: text('Omeprazole 20mg gastro-resistant capsules'),
    take: 'one capsule each morning',
  },
  lansoprazole: {
    concept: text('Lansoprazole 15mg orodispersible tablets'),
    take: 'one tablet on the tongue each morning',
  },
  senna: { concept: text('Senna 7.5mg tablets'), take: 'two tablets at night' },
  macrogol: { concept: text('Macrogol compound oral powder sachets'), take: 'one sachet in water each day' },
  lactulose: { concept: text('Lactulose 3.1-3.7g/5ml oral solution'), take: '15 ml twice a day' },
  'folic-acid': { concept: text('Folic acid 5mg tablets'), take: 'one tablet each morning' },
  'ferrous-fumarate': { concept: text('Ferrous fumarate 210mg tablets'), take: 'one tablet each morning' },
  allopurinol: { concept: text('Allopurinol 100mg tablets'), take: 'one tablet each morning' },
  tamsulosin: {
    concept: text('Tamsulosin 400microgram modified-release capsules'),
    take: 'one capsule each morning after breakfast',
  },
  solifenacin: { concept: text('Solifenacin 5mg tablets'), take: 'one tablet each morning' },
  prednisolone: { concept: text('Prednisolone 5mg tablets'), take: 'one tablet each morning' },
  salbutamol: {
    concept: text('Salbutamol 100micrograms/dose inhaler'),
    take: 'two puffs when short of breath',
    asRequired: true,
  },
  tiotropium: {
    concept: text('Tiotropium 18microgram inhalation powder capsules'),
    take: 'one capsule inhaled each morning',
  },
  carbocisteine: { concept: text('Carbocisteine 375mg capsules'), take: 'two capsules three times a day' },
  hypromellose: {
    concept: text('Hypromellose 0.3% eye drops'),
    take: 'one drop in each eye four times a day',
  },
  latanoprost: {
    concept: text('Latanoprost 50micrograms/ml eye drops'),
    take: 'one drop in each eye at night',
  },
  emollient: {
    concept: text('White soft paraffin 50% / Liquid paraffin 50% ointment'),
    take: 'to dry skin twice a day',
  },
  'barrier-cream': { concept: text('Barrier cream'), take: 'thinly after each wash' },
  thickener: { concept: text('Xanthan gum food thickening powder'), take: 'to level 2 in every drink' },
  'nutritional-drink': {
    concept: text('High energy nutritional drink 200ml'),
    take: 'one bottle twice a day between meals',
  },
  'morphine-injection': {
    concept: text('Morphine sulfate 10mg/1ml solution for injection ampoules'),
    take: '2.5 mg under the skin for pain or breathlessness, when a nurse has assessed',
    asRequired: true,
  },
  'midazolam-injection': {
    concept: text('Midazolam 10mg/2ml solution for injection ampoules'),
    take: '2.5 mg under the skin for distress, when a nurse has assessed',
    asRequired: true,
  },
  levomepromazine: {
    concept: text('Levomepromazine 25mg/1ml solution for injection ampoules'),
    take: '6.25 mg under the skin for sickness, when a nurse has assessed',
    asRequired: true,
  },
  glycopyrronium: {
    concept: text('Glycopyrronium bromide 200micrograms/1ml solution for injection ampoules'),
    take: '200 micrograms under the skin for noisy chest, when a nurse has assessed',
    asRequired: true,
  },
  nitrofurantoin: {
    concept: text('Nitrofurantoin 100mg modified-release capsules'),
    take: 'one capsule twice a day for seven days',
  },
} as const satisfies Record<string, CatalogueMedicine>;

export type MedicineName = keyof typeof MEDICINES;

function coded(code: string, name: string): CodeableConcept {
  return { coding: [{ system: SNOMED, code, display: name }], text: name };
}
