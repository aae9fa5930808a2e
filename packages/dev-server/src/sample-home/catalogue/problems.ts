import type { CodeableConcept } from '@medplum/fhirtypes';
import { snomed, text } from '../codes.ts';

/**
 * Problems of this home. A SNOMED CT code is given only if a published data set that we could read pairs it with its
 * words. The others are text only, as in many real records.
 */
export const PROBLEMS = {
  alzheimers: coded('26929004', "Alzheimer's disease"),
  'vascular-dementia': coded('429998004', 'Vascular dementia'),
  'mixed-dementia': coded('79341000119107', 'Mixed dementia'),
  'lewy-body': coded('80098002', 'Diffuse Lewy body disease'),
  dementia: coded('52448006', 'Dementia'),
  'parkinsons-dementia': coded('101421000119107', "Dementia due to Parkinson's disease"),
  hypertension: coded('59621000', 'Essential hypertension'),
  diabetes: coded('44054006', 'Type 2 diabetes mellitus'),
  'atrial-fibrillation': coded('49436004', 'Atrial fibrillation'),
  'heart-failure': coded('84114007', 'Heart failure'),
  'heart-disease': coded('414545008', 'Ischaemic heart disease'),
  stroke: coded('230690007', 'Cerebrovascular accident'),
  osteoporosis: coded('64859006', 'Osteoporosis'),
  'knee-arthritis': coded('239873007', 'Osteoarthritis of knee'),
  'hip-arthritis': coded('239872002', 'Osteoarthritis of hip'),
  epilepsy: coded('84757009', 'Epilepsy'),
  anxiety: coded('197480006', 'Anxiety disorder'),
  'kidney-disease': coded('700379002', 'Chronic kidney disease stage 3B'),
  'urinary-infection': coded('68566005', 'Urinary tract infection'),
  asthma: coded('195967001', 'Asthma'),
  parkinsons: text("Parkinson's disease"),
  copd: text('Chronic obstructive pulmonary disease with long-term home oxygen'),
  'memory-impairment': text('Memory impairment, under assessment'),
  'hip-fracture': text('Fracture of neck of right femur'),
  depression: text('Depression'),
  hypothyroidism: text('Underactive thyroid'),
  macular: text('Age-related macular degeneration'),
  hearing: text('Hearing loss in both ears'),
  constipation: text('Chronic constipation'),
  'urinary-incontinence': text('Urinary incontinence'),
  'double-incontinence': text('Incontinence of urine and faeces'),
  'pressure-ulcer': text('Pressure ulcer of left heel, category 2'),
  'weight-loss': text('Unintended weight loss'),
  swallowing: text('Swallowing difficulty'),
  'downs-syndrome': text("Down's syndrome"),
  'learning-disability': text('Learning disability, severe'),
  'brain-injury': text('Acquired brain injury'),
  ms: text('Multiple sclerosis, secondary progressive'),
  huntingtons: text("Huntington's disease"),
  'bowel-cancer': text('Bowel cancer with spread to the liver'),
  chest: text('Lower respiratory tract infection'),
  falls: text('Recurrent falls'),
  gout: text('Gout'),
  anaemia: text('Iron deficiency anaemia'),
} as const satisfies Record<string, CodeableConcept>;

export type ProblemName = keyof typeof PROBLEMS;

function coded(code: string, words: string): CodeableConcept {
  return { coding: [snomed(code, words)], text: words };
}
