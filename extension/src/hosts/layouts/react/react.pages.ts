import type { LayoutPage } from '../layout-page.ts';

export const pages: readonly LayoutPage[] = [
  // A button stands inside the element of the number; React writes text in pieces.
  {
    file: 'resident.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'Hughes', given: 'Margaret' },
  },
  // The copy for narrow windows is not drawn.
  {
    file: 'narrow-copy.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'Hughes', given: 'Margaret' },
  },
  // Another layout of the same banner, whose date has a hidden copy.
  {
    file: 'time-element.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'Hughes', given: 'Margaret' },
  },
  // The hidden copy is another day.
  {
    file: 'copy-differs.html',
    reads: { nhsNumber: '9990000026', born: null, family: 'Hughes', given: 'Margaret' },
  },
  // What is hidden is no date.
  {
    file: 'hidden-words.html',
    reads: { nhsNumber: '9990000026', born: null, family: 'Hughes', given: 'Margaret' },
  },
  // Two places that are seen say two dates.
  {
    file: 'places-differ.html',
    reads: { nhsNumber: '9990000026', born: null, family: 'Hughes', given: 'Margaret' },
  },
  {
    file: 'places-agree.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: 'Hughes', given: 'Margaret' },
  },
  {
    file: 'title-of-nobody.html',
    reads: { nhsNumber: '9990000026', born: '1941-07-14', family: null, given: null },
  },
  // An element divides the number, so its own text is another one.
  { file: 'divided-number.html', reads: 'nobody' },
  { file: 'empty-root.html', reads: 'nobody' },
  { file: 'two-banners.html', reads: 'ambiguous' },
];
