// The browser that tests show code-server in.
import { findOnPath, run, step, Stop } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Chromium or a browser of its family: `CHROMIUM` in the environment, else the first on PATH; undefined when there is none. */
export function findBrowser() {
  return process.env.CHROMIUM ?? names.map(findOnPath).find((file) => file !== undefined);
}

/** Whether a missing browser can be installed without asking anybody: on Debian and its kin, as root. */
export const browserInstallable =
  process.platform === 'linux' && process.getuid?.() === 0 && findOnPath('apt-get') !== undefined;

/** The browser, installed first where that needs nobody's leave. */
export async function installBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (!browserInstallable)
    throw new Stop(
      'No browser to show VS Code in: install Chromium or Chrome, or name its executable in the environment variable CHROMIUM.',
    );
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step("Installing Chromium from the system's packages (this once)", async () => {
    await run('apt-get', ['update', '-q'], { env, quiet: true });
    await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], { env, quiet: true });
  });
  const installed = findBrowser();
  if (!installed) throw new Stop('The system has a package chromium, but it brings no such program.');
  return installed;
}
