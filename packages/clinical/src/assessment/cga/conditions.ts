/**
 * [P] Common long-term conditions, in our own words. All but the first and the last are deficits of the template's own frailty
 * index as well.
 */
export const CONDITIONS = [
  'none=None of these',
  'Heart failure',
  'rhythm=Atrial fibrillation',
  'heart=Ischaemic heart disease',
  'hypertension=High blood pressure',
  'stroke=Stroke or TIA',
  'vessels=Poor circulation of the legs',
  'lung=Chronic lung disease',
  'kidney=Chronic kidney disease',
  'Diabetes',
  'thyroid=Thyroid disease',
  'Anaemia',
  'Arthritis',
  'fracture=Osteoporosis or fragility fracture',
  'parkinsons=Parkinsonism',
  'Cancer',
  'stomach=Stomach ulcer',
  'other=Others',
].join('|');
