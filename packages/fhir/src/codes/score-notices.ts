import type { ScoreNotice } from '@ehch/clinical';

/**
 * The notices that go with each instrument wherever its score is shown: written by `npm run docs` from the registry of instruments.
 * The instruments themselves stay out of the worker's bundle.
 */
export const SCORE_NOTICES: Readonly<Record<string, Omit<ScoreNotice, 'instrument'>>> = {
  '4at': {
    title: '4AT',
    words: [
      '4AT form 1.2, www.the4at.com; the items are in short words of our own. A total of 0 makes delirium unlikely; it is still possible where the history of change is incomplete.',
      'Bellelli 2014, Age Ageing 43:496-502. Form 1.2. https://www.the4at.com',
      'Its owner’s page lets it be used without permission and speaks of non-commercial use. Rule and labels of our own only: ask with the form itself.',
      'Shown for demonstration; permission not confirmed.',
    ],
  },
  '6cit': {
    title: 'Six-item Cognitive Impairment Test (6CIT)',
    words: [
      'The Kingshill Version 2000 of the 6CIT is copyright of the Kingshill Research Centre. For healthcare professionals.',
      'Brooke and Bullock 1999, Int J Geriatr Psychiatry 14:936-40. The Kingshill Version 2000. https://doi.org/10.1002/(SICI)1099-1166(199911)14:11%3C936::AID-GPS39%3E3.0.CO;2-1',
      'Copyright Kingshill Research Centre; free for healthcare professionals. Other staff: to be confirmed in writing.',
      'Shown for demonstration; permission not confirmed.',
    ],
  },
  abbey: {
    title: 'Abbey Pain Scale',
    words: [
      'Abbey J and others. Int J Palliat Nurs 2004;10(1):6-13. For people who cannot say; what somebody says of their pain comes first. Repeat an hour after treatment.',
      'Abbey 2004, Int J Palliat Nurs 10(1):6-13. https://doi.org/10.12968/ijpn.2004.10.1.12013',
      'Reproduction with acknowledgement, to be confirmed. Arithmetic and own labels only.',
      'Shown for demonstration; permission not confirmed.',
    ],
  },
  acb: {
    title: 'Anticholinergic burden total',
    words: [
      'A medicine that a list leaves out counts as 0 in that list, which does not make it harmless.',
      'Threshold of 3 as on acbcalc.com. https://www.acbcalc.com',
      'The lists of medicines have no open licence and are not here. Only a finished total is entered.',
    ],
  },
  amt4: {
    title: 'AMT4',
    words: [
      'AMT4, Swain 1997. A short test of orientation, not a diagnosis.',
      'Swain 1997. https://doi.org/10.1177/026921559701100308',
      'Terms of the item list are not confirmed; rule and labels of our own only.',
      'Shown for demonstration; permission not confirmed.',
    ],
  },
  amts10: {
    title: 'Abbreviated Mental Test Score (AMTS)',
    words: [
      'AMTS, Hodkinson 1972. A short test of memory and orientation, not a diagnosis.',
      'Hodkinson 1972, Age Ageing 1:233-8. Cut used: below 8; other sources have below 7. https://doi.org/10.1093/ageing/1.4.233',
      'Terms of the item list are not confirmed; rule and labels of our own only.',
      'Shown for demonstration; permission not confirmed.',
    ],
  },
  'barthel-100': {
    title: 'Barthel Index, 0 to 100',
    words: [
      'Mahoney FI, Barthel D. Functional evaluation: the Barthel Index. Maryland State Medical Journal 1965;14:61-65. Record what the person does, not what they could do.',
      'Mahoney and Barthel 1965, Md State Med J 14:61-5. https://pubmed.ncbi.nlm.nih.gov/14258950/',
      'Copyright Maryland State Medical Society: free for non-commercial use with citation, to be confirmed for other use. Arithmetic and own labels only; the wording of the scale is not here.',
      'Shown for demonstration; permission not confirmed.',
    ],
  },
  'barthel-20': {
    title: 'Barthel Index, 0 to 20',
    words: [
      'Mahoney FI, Barthel D. Functional evaluation: the Barthel Index. Maryland State Medical Journal 1965;14:61-65. Record what the person does, not what they could do.',
      'Collin 1988, Int Disabil Stud 10:61-3; after Mahoney and Barthel 1965, Md State Med J 14:61-5. https://doi.org/10.3109/09638288809164103',
      'Copyright Maryland State Medical Society: free for non-commercial use with citation, to be confirmed for other use. Arithmetic and own labels only; the wording of the scale is not here.',
      'Shown for demonstration; permission not confirmed.',
    ],
  },
  bmi: {
    title: 'Body mass index',
    words: ['Nothing is adjusted for fluid or amputation.', 'Arithmetic: kg / m².', 'Arithmetic only.'],
  },
  braden: {
    title: 'Braden total',
    words: [
      'The total is reached with the Braden Scale itself. A low total is the worse one.',
      'Bergstrom 1987, Nurs Res 36:205-10. https://doi.org/10.1097/00006199-198707000-00002',
      'Copyright Braden and Bergstrom 1988. Only a finished total is entered here.',
    ],
  },
  bristol: {
    title: 'Bristol stool type',
    words: [
      'A loose stool may be overflow in somebody who is constipated.',
      'Lewis and Heaton 1997, Scand J Gastroenterol 32:920-4. https://doi.org/10.3109/00365529709011203',
      'Numbers and own labels only. The rights in the drawings are not confirmed, so there are none.',
    ],
  },
  cfs: {
    title: 'Clinical Frailty Scale',
    words: [
      'The level is judged with the scale itself, which its owner, Dalhousie University, provides.',
      'Rockwood and Theou 2020, Can Geriatr J 23(3):210-5 (version 2.0). https://doi.org/10.5770/cgj.23.463',
      'Copyright Dalhousie University; each use of the scale needs its permission. Only a finished level is entered here.',
      'Shown for demonstration; permission not confirmed.',
    ],
  },
  charlson: {
    title: 'Charlson comorbidity index with age',
    words: [
      'A count of illness, not a forecast: no survival is shown from it.',
      'Charlson 1987, J Chronic Dis 40:373-83; age points of 1994. https://doi.org/10.1016/0021-9681(87)90171-8',
      'Arithmetic and own labels only.',
    ],
  },
  'cockcroft-gault': {
    title: 'Estimated creatinine clearance, ml/min, not indexed',
    words: [
      'Not valid while kidney function changes quickly, nor on dialysis. It is not an eGFR.',
      'Cockcroft and Gault 1976, Nephron 16:31-41; factors for µmol/L as NHSGGC. https://doi.org/10.1159/000180580',
      'Arithmetic only.',
    ],
  },
  cornell: {
    title: 'Cornell scale for depression in dementia, total',
    words: [
      'The total is reached with the scale itself, from an informant and the resident.',
      'Alexopoulos 1988, Biol Psychiatry 23:271-84. https://doi.org/10.1016/0006-3223(88)90038-8',
      'Rights reserved on public copies. Only a finished total is entered here.',
    ],
  },
  edmonton: {
    title: 'Edmonton Frail Scale, total',
    words: [
      'The total is reached with the scale itself, which its owner, the University of Alberta, licenses.',
      'Rolfson 2006, Age Ageing 35(5):526-9. https://doi.org/10.1093/ageing/afl041',
      'Copyright University of Alberta; a licence is needed. Only a finished total is entered here.',
    ],
  },
  efi: {
    title: 'Electronic Frailty Index (eFI)',
    words: [
      'A high eFI is a reason to look, not a diagnosis; a clinician confirms frailty.',
      'Clegg 2016, Age Ageing 45(3):353-60. https://doi.org/10.1093/ageing/afw039',
      'Arithmetic only. The code lists behind the deficits are licensed and not here.',
    ],
  },
  efi2: {
    title: 'Electronic Frailty Index 2 (eFI2)',
    words: [
      'Not the eFI: the same number is another band there. A reason to look, not a diagnosis.',
      'Best 2025, Age Ageing 54(4):afaf077. Cuts as read in a secondary source. https://doi.org/10.1093/ageing/afaf077',
      'Only a finished value is entered here; the weights and code lists are their owners’.',
    ],
  },
  'fi-cga': {
    title: 'FI-CGA total',
    words: [
      'A sum of points over domains: no frailty index between 0 and 1, and no eFI.',
      'Jones 2004, J Am Geriatr Soc 52:1929-33. https://doi.org/10.1111/j.1532-5415.2004.52521.x',
      'Only a finished total is entered here.',
    ],
  },
  'frail-scale': {
    title: 'FRAIL scale',
    words: [
      'Whether exactly 5 % of weight counts, over 6 or 12 months, is for the place’s clinicians to rule.',
      'Morley 2012, J Nutr Health Aging 16:601-8. Sources differ on whether 5 % itself counts. https://doi.org/10.1007/s12603-012-0084-2',
      'Terms of the questions are not confirmed; rule and labels of our own only.',
      'Shown for demonstration; permission not confirmed.',
    ],
  },
  'frailty-index': {
    title: 'Frailty index (deficits of a named list)',
    words: [
      'Not an eFI. It means something only with the name of its list and with how many deficits were considered.',
      'Searle 2008, for how an index is built; the limits of 30 and 20 % are a decision of this product. https://doi.org/10.1186/1471-2318-8-24',
      'Arithmetic only.',
    ],
  },
  'gait-speed': {
    title: 'Gait speed',
    words: [
      'Slow suggests frailty. It does not predict falls.',
      'British Geriatrics Society, Fit for Frailty. https://www.bgs.org.uk/resources/resource-series/fit-for-frailty',
      'Arithmetic only.',
    ],
  },
  gds15: {
    title: 'Geriatric Depression Scale (GDS-15)',
    words: [
      'Loses its value in moderate to severe dementia.',
      'Sheikh and Yesavage 1986, Clin Gerontol 5. https://web.stanford.edu/~yesavage/GDS.html',
      'Public domain (Stanford). The labels are short words of our own; the scale’s own questions are asked.',
    ],
  },
  gds4: {
    title: 'Geriatric Depression Scale, four questions (GDS-4)',
    words: [
      'Loses its value in moderate to severe dementia.',
      'D’Ath 1994, Fam Pract 11:260-6. Questions 1, 3, 6 and 7 of the GDS-15. https://web.stanford.edu/~yesavage/GDS.html',
      'Public domain (Stanford). The labels are short words of our own; the scale’s own questions are asked.',
    ],
  },
  must: {
    title: 'MUST total',
    words: [
      'The total is reached with the “Malnutrition Universal Screening Tool” itself, which BAPEN provides.',
      'Elia (ed), BAPEN 2003; Stratton 2004, Br J Nutr 92:799-808. https://www.bapen.org.uk',
      'Copyright BAPEN; reproduction needs its permission. Only a finished total is entered here.',
    ],
  },
  news2: {
    title: 'NEWS2',
    words: [
      'Reproduced from: Royal College of Physicians. National Early Warning Score (NEWS) 2: Standardising the assessment of acute-illness severity in the NHS. Updated report of a working party. London: RCP, 2017.',
      'Royal College of Physicians. National Early Warning Score (NEWS) 2: standardising the assessment of acute-illness severity in the NHS. Updated report of a working party. London: RCP, 2017. ISBN 978-1-86016-682-2. https://www.rcplondon.ac.uk/national-early-warning-score',
      'May be reproduced with acknowledgement; the chart must not be modified.',
    ],
  },
  'orthostatic-bp': {
    title: 'Lying and standing blood pressure',
    words: [
      'A negative result does not explain a fall away.',
      'O’Riordan 2017, Nurs Older People e961; RCP guide to lying and standing blood pressure. Rule used: a diastolic fall of 10 counts with symptoms; others count it without (Gilani 2021, BMJ 373:n922).',
      'Arithmetic and own labels only.',
    ],
  },
  painad: {
    title: 'PAINAD total',
    words: [
      'Ask first: what the person says of their pain comes before an observed score.',
      'Warden 2003, J Am Med Dir Assoc 4:9-15. It gives no bands. https://doi.org/10.1097/01.JAM.0000043422.31640.F7',
      'Terms not confirmed. Only a finished total is entered here.',
    ],
  },
  phq2: {
    title: 'PHQ-2',
    words: [
      'Asks about the last 2 weeks. A screen, not a diagnosis.',
      'Kroenke 2003, Med Care 41:1284-92. https://www.phqscreeners.com',
      'No permission needed to use it.',
    ],
  },
  polypharmacy: {
    title: 'Regular medicines',
    words: [
      'A number is a reason to review, never a reason to stop a medicine.',
      'Clegg 2016, Age Ageing 45(3):353-60 (5 or more); NHS England, structured medication reviews (10 or more). https://doi.org/10.1093/ageing/afw039',
      'Arithmetic only.',
    ],
  },
  'prisma-7': {
    title: 'PRISMA-7',
    words: [
      'In a care home most residents reach 3 by living there alone. Men reach it sooner than women.',
      'Raiche 2008, Arch Gerontol Geriatr 47:9-18. Cut used: 3 or more; other sources have another. https://doi.org/10.1016/j.archger.2007.06.004',
      'Terms of the questions are not confirmed; rule and labels of our own only.',
      'Shown for demonstration; permission not confirmed.',
    ],
  },
  'purpose-t': {
    title: 'PURPOSE-T pathway',
    words: [
      'The pathway is reached with PURPOSE-T itself. It has no total.',
      'PURPOSE-T, University of Leeds. https://xforms.leeds.ac.uk/forms/form/465/en/accessing_purpose_t_and_pupps_resources',
      'Needs the University’s form: free for clinical and academic use, not for publication, a fee for industry. Only a pathway is entered here.',
    ],
  },
  'soft-signs': {
    title: 'Not their usual self',
    words: [
      'A worry by the resident, family or staff is enough. No sign seen does not mean that all is well.',
      'EHCH Kit’s own list; a product decision that awaits sign-off by a clinical safety officer.',
      'Own words, under the licence of the program.',
    ],
  },
  tug: {
    title: 'Timed up and go',
    words: [
      'Above 10 seconds suggests frailty. It does not predict falls.',
      'British Geriatrics Society, Fit for Frailty. Cut used: above 10 seconds; other papers use other cuts. https://www.bgs.org.uk/resources/resource-series/fit-for-frailty',
      'A time and a cut only.',
    ],
  },
  waterlow: {
    title: 'Waterlow total',
    words: [
      'The total is reached with the Waterlow card itself. Judgement comes before the number.',
      'Waterlow 1985, Nurs Times 81(48):49-55. https://www.judy-waterlow.co.uk',
      'Terms not confirmed. Only a finished total is entered here; the card is its owner’s.',
    ],
  },
  'weight-change': {
    title: 'Weight change',
    words: [
      'Nothing is adjusted for fluid or amputation.',
      'Arithmetic: (previous − current) / previous × 100.',
      'Arithmetic only.',
    ],
  },
};
