/**
 * Prints nothing in a build. For development, package.json's `imports` chooses `print-caught.development.ts` instead.
 */
export function printCaught(_error: unknown, _place: string, _part: string | null): void {}
