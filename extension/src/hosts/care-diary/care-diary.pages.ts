import type { HostPage } from '../host-page.ts';

export const pages: readonly HostPage[] = [
  {
    file: 'resident.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'another-resident.html',
    reads: { nhsNumber: '9990000247', born: '1935-05-05', family: 'O’ROURKE', given: 'Kathleen' },
  },
  {
    file: 'named-month.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'pds-date.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'clobbering-form.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: 'Margaret' },
  },
  // The date of birth is not a whole date in this host's form.
  {
    file: 'accented-name.html',
    reads: { nhsNumber: '9990000042', born: null, family: 'KOVÁCS', given: 'István' },
  },
  {
    file: 'iso-date.html',
    reads: { nhsNumber: '9990000026', born: null, family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'two-digit-year.html',
    reads: { nhsNumber: '9990000026', born: null, family: 'HUGHES', given: 'Margaret' },
  },
  {
    file: 'no-such-day.html',
    reads: { nhsNumber: '9990000026', born: null, family: 'HUGHES', given: 'Margaret' },
  },
  // No patient is open, or the page has no NHS number.
  { file: 'list.html', reads: 'none' },
  { file: 'menu.html', reads: 'none' },
  { file: 'login.html', reads: 'none' },
  { file: 'no-number.html', reads: 'none' },
  { file: 'chi-number.html', reads: 'none' },
  // The label does not say NHS number, or the value is not one.
  { file: 'no-label.html', reads: 'none' },
  { file: 'other-label.html', reads: 'none' },
  { file: 'bad-check-digit.html', reads: 'none' },
  { file: 'two-cells-glued.html', reads: 'none' },
  // The page holds a list. A person opened in a list is not the patient of the page.
  { file: 'resident-beside-list.html', reads: 'none' },
  // More than one person. A page without a doctype matches class names without regard to case.
  { file: 'two-people.html', reads: 'ambiguous' },
  { file: 'two-numbers.html', reads: 'ambiguous' },
  { file: 'capital-class.html', reads: 'ambiguous' },
];
