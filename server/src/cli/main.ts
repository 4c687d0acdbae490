import { run } from './program';

void run(process.argv.slice(2)).then((status) => {
  // Not process.exit(): output to a pipe may still be on its way.
  process.exitCode = status;
});
