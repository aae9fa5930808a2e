export * from './forms/fhirpath-evaluator.ts';
export type { ExpressionEvaluator } from '@ehch/clinical/form';
