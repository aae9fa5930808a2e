import type { HostPage } from '../host-page.ts';

export const pages: readonly HostPage[] = [
  {
    file: 'resident.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'another-resident.html',
    reads: {
      nhsNumber: '9990000182',
      born: '1932-12-24',
      family: 'FEATHERSTONEHAUGH-CHOLMONDELEY',
      given: 'Anastasia Wilhelmina Persephone',
    },
  },
  {
    file: 'slashed-date.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'decoys-around.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'clobbering-form.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  // A second number stands in the page that nobody sees. Pages keep former patients so.
  {
    file: 'hidden-second-number.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  // Controls stand inside the number: what they show changes without a mutation, so nobody is read.
  { file: 'clobbered-number.html', reads: 'none' },
  // The date of birth is not in this host's form, or the user cannot see it.
  {
    file: 'iso-date.html',
    reads: { nhsNumber: '9990000026', born: null, family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'american-date.html',
    reads: { nhsNumber: '9990000026', born: null, family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'hidden-date.html',
    reads: { nhsNumber: '9990000026', born: null, family: 'HUGHES', given: 'Margaret' },
  },
  // No patient is open, or the page has no number.
  { file: 'nobody-chosen.html', reads: 'none' },
  { file: 'search-results.html', reads: 'none' },
  { file: 'login.html', reads: 'none' },
  { file: 'no-number.html', reads: 'none' },
  { file: 'number-drawn-by-style.html', reads: 'none' },
  // The text is not a single NHS number.
  { file: 'bad-check-digit.html', reads: 'none' },
  { file: 'one-digit-ten-times.html', reads: 'none' },
  { file: 'arabic-digits.html', reads: 'none' },
  { file: 'number-in-label-text.html', reads: 'none' },
  { file: 'two-numbers-in-one-place.html', reads: 'none' },
  { file: 'number-in-a-choice.html', reads: 'none' },
  // The user cannot see the number, so it identifies nobody.
  { file: 'hidden-number.html', reads: 'none' },
  { file: 'number-off-screen.html', reads: 'none' },
  { file: 'number-for-screen-readers.html', reads: 'none' },
  { file: 'number-indented-away.html', reads: 'none' },
  { file: 'folded-banner.html', reads: 'none' },
  { file: 'hidden-part-of-number.html', reads: 'none' },
  { file: 'hidden-part-glued.html', reads: 'none' },
  // More than one person or number.
  { file: 'two-people.html', reads: 'ambiguous' },
  { file: 'two-numbers.html', reads: 'ambiguous' },
];
