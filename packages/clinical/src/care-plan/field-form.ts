/** How a field is filled in and shown. */
export type PlanFieldForm =
  /** `isOneLine`: a name or a place, in which a line break means nothing. */
  | { readonly kind: 'words'; readonly isOneLine?: true }
  /** A day, as far as it is known. */
  | { readonly kind: 'day' }
  /** One of a list, each with its words. */
  | { readonly kind: 'one-of'; readonly options: Readonly<Record<string, string>> }
  /** The id of another line. Never shown. */
  | { readonly kind: 'line' };

export interface PlanField {
  /** As the card heads it. */
  readonly label: string;
  readonly form: PlanFieldForm;
  /** Nobody saves the line without it. */
  readonly isRequired?: true;
}

export interface PlanKind {
  /** One line of this kind: "What matters to me". */
  readonly title: string;
  /**
   * A decision is one atom: taken whole, never put together from two versions, not changed by a carer, and only
   * proposed while offline. These fields say who decided and when, and nobody saves it without them. `null`: it is no
   * decision.
   */
  readonly decided: { readonly by: string; readonly on: string } | null;
  readonly fields: Readonly<Record<string, PlanField>>;
}

export const wordsField = (label: string, isRequired?: true): PlanField =>
  field(label, { kind: 'words' }, isRequired);
export const dayField = (label: string, isRequired?: true): PlanField =>
  field(label, { kind: 'day' }, isRequired);
export const oneOf = (
  label: string,
  options: Readonly<Record<string, string>>,
  isRequired?: true,
): PlanField => field(label, { kind: 'one-of', options }, isRequired);
export const field = (label: string, form: PlanFieldForm, isRequired?: true): PlanField => ({
  label,
  form,
  ...(isRequired && { isRequired }),
});

/** A name or a place. */
export const nameField = (label: string, isRequired?: true): PlanField =>
  field(label, { kind: 'words', isOneLine: true }, isRequired);
