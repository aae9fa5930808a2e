/** In a build: nothing. Its twin for development is `print-caught.development.ts`; package.json's `imports` chooses. */
export function printCaught(_error: unknown, _place: string, _part: string | null): void {}
