/**
 * One value of an expression, as FHIRPath sees it: number, string and boolean as themselves, a chosen option with its
 * points, a date or a time of day.
 */
export type ExpressionValue =
  | number
  | string
  | boolean
  | {
      readonly kind: 'coding';
      readonly system?: string;
      readonly code: string;
      readonly display: string;
      readonly points?: number;
    }
  | { readonly kind: 'date' | 'time'; readonly value: string };
