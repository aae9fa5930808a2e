/**
 * Scores that this product writes under its own codes, by instrument. The engine asks for them, and "Other
 * scores" shows those without a section of their own.
 * The instruments themselves stay out of the worker's bundle. A test keeps the two lists the same.
 */
export const WRITTEN_SCORES: readonly string[] =
  `4at 6cit abbey acb amt4 amts10 barthel-100 barthel-20 bmi braden bristol cfs charlson cockcroft-gault cornell edmonton
   efi efi2 fi-cga frail-scale frailty-index gait-speed gds15 gds4 must news2 orthostatic-bp painad phq2 polypharmacy
   prisma-7 purpose-t soft-signs tug waterlow weight-change cga-frailty-index`.split(/\s+/);
