/** The frame of the map's page: one script, one style sheet, nothing else, and nothing from elsewhere. */

export interface PageParts {
  /** Where VS Code serves the extension's own files from. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  /** A word that nobody can guess: only the script that bears it is run. */
  readonly nonce: string;
}

export function pageHtml({ cspSource, script, style, nonce }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Availability map</title>
    <link rel="stylesheet" href="${style}" />
  </head>
  <body>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>
`;
}
