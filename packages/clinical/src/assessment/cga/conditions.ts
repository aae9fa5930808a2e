/** [P] Common long-term conditions, in our own words: a checklist, and deficits of the template's own frailty index. */
export const CONDITIONS = {
  'heart-failure': 'Heart failure',
  rhythm: 'Atrial fibrillation',
  heart: 'Ischaemic heart disease',
  hypertension: 'High blood pressure',
  stroke: 'Stroke or TIA',
  vessels: 'Poor circulation of the legs',
  lung: 'Chronic lung disease',
  kidney: 'Chronic kidney disease',
  diabetes: 'Diabetes',
  thyroid: 'Thyroid disease',
  anaemia: 'Anaemia',
  arthritis: 'Arthritis',
  fracture: 'Osteoporosis or fragility fracture',
  parkinsons: 'Parkinsonism',
  cancer: 'Cancer',
  stomach: 'Stomach ulcer',
} as const;
