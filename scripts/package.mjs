// `npm run package`: makes the .vsix.
import { statSync } from 'node:fs';
import path from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { main } from './lib/run.mjs';
import { packagedExtension } from './lib/vsix.mjs';

await main(async () => {
  await prepare();
  const vsix = await packagedExtension();
  console.log(`${path.relative(process.cwd(), vsix)}: ${Math.ceil(statSync(vsix).size / 1024)} KB`);
});
