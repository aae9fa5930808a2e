import * as z from 'zod/mini';

// zod otherwise compiles schemas with `new Function`, which an extension's policy refuses and reports.
z.config({ jitless: true });

export * from 'zod/mini';
