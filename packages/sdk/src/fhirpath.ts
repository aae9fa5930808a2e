export * from './forms/fhirpath-evaluator.ts';
