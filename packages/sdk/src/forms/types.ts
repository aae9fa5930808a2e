/** The types of forms that a page meets, beside the types of the package's main entry. */
export type {
  CannotScore,
  Condition,
  Evaluation,
  Expression,
  FormCode,
  FormDefinition,
  FormDisplay,
  FormGroup,
  FormItem,
  FormItemBase,
  FormLimit,
  FormNotes,
  FormOption,
  FormQuestion,
  FormState,
  FormTotal,
  FormUnit,
  NotScored,
  Range,
  Total,
} from '@ehch/clinical/form';
export type { JsonObject } from '@ehch/fhir';
