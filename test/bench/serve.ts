import { createServer } from 'node:http';
import type { BuiltPage, PageFile } from './build.ts';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** Serves each contestant's page under its id, from memory, so that no disk access counts in the times. */
export async function serve(
  pages: ReadonlyMap<string, BuiltPage>,
): Promise<{ readonly address: string; close(): void }> {
  const server = createServer((request, response) => {
    const [, id = '', ...rest] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
    const page = pages.get(id);
    const name = rest.join('/');
    const file = page && [...page.scripts, ...page.styles, ...page.others].find((one) => one.name === name);
    if (page && name === '') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(html(page));
    } else if (file) {
      response.setHeader('Content-Type', TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
      response.end(file.content);
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const at = server.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function html({ scripts, styles }: BuiltPage): string {
  const style = ({ name }: PageFile) => `<link rel="stylesheet" href="${name}">`;
  const script = ({ name }: PageFile, index: number) =>
    // The contestant's own module comes last, after the classic scripts.
    `<script ${index === scripts.length - 1 ? 'type="module" ' : ''}src="${name}"></script>`;
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Bench</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${styles.map(style).join('')}</head>
<body><div id="root"></div>${scripts.map(script).join('')}</body></html>`;
}
