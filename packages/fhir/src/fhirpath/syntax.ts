/** A FHIRPath expression as a syntax tree (FHIRPath N1 grammar, https://hl7.org/fhirpath/N1/grammar.html). */
export type Syntax =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  /** `{}` */
  | { readonly kind: 'empty' }
  /** Dates, times and quantities. They are parsed, but not compiled. */
  | { readonly kind: 'other-literal'; readonly text: string }
  /** `%name` */
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'this' | 'index' | 'total' }
  /** `of.name`. `of` is `null` where a path begins. */
  | { readonly kind: 'member'; readonly of: Syntax | null; readonly name: string }
  | {
      readonly kind: 'call';
      readonly of: Syntax | null;
      readonly name: string;
      readonly args: readonly Syntax[];
    }
  /** `of[at]` */
  | { readonly kind: 'indexer'; readonly of: Syntax; readonly at: Syntax }
  | { readonly kind: 'sign'; readonly sign: '+' | '-'; readonly of: Syntax }
  | { readonly kind: 'operation'; readonly op: Operator; readonly left: Syntax; readonly right: Syntax }
  | { readonly kind: 'type'; readonly op: 'is' | 'as'; readonly of: Syntax; readonly type: string };

/** The operators of two sides in the FHIRPath N1 grammar. */
export type Operator =
  | '*'
  | '/'
  | 'div'
  | 'mod'
  | '+'
  | '-'
  | '&'
  | '|'
  | '<='
  | '<'
  | '>'
  | '>='
  | '='
  | '~'
  | '!='
  | '!~'
  | 'in'
  | 'contains'
  | 'and'
  | 'or'
  | 'xor'
  | 'implies';
