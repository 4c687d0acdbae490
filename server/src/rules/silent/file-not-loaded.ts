import { basename } from '../../project/paths';
import type { FilePath } from '../../project/types';
import { loadFile } from '../fixes';
import { defineRule } from '../rule';

/** Said in the editor alone, where a file is open: the arbiter never sees it, and a check reads what the arbiter reads. */
export const fileNotLoaded = defineRule<{ readonly file: FilePath; readonly main: FilePath }>({
  code: 'silent/file-not-loaded',
  severity: 'information',
  title: 'A file that the main file does not load',
  explain:
    'No `cfg_file`, `cfg_dir` or `resource_file` line of the main file brings this file in: nothing in it has an effect. Such lines count in the main file only, and `cfg_dir` takes files whose names end in `.cfg`. What else is said about the file is what would be said if it were loaded.',
  example: {
    bad: `
      #- shinken.cfg
      cfg_dir=hosts
      #- hosts/web-1.cfg
      define host {
          host_name           web-1
          max_check_attempts  3
      }
      #- contacts/admin.cfg
      define contact {
          contact_name  admin
      }`,
    good: `
      #- shinken.cfg
      cfg_dir=hosts
      cfg_dir=contacts
      #- hosts/web-1.cfg
      define host {
          host_name           web-1
          max_check_attempts  3
      }
      #- contacts/admin.cfg
      define contact {
          contact_name  admin
      }`,
  },
  check({ project }, report) {
    const [main] = project.mains;
    if (main === undefined) return;
    for (const file of project.unloaded ?? []) {
      const line = /^[^\r\n]*/.exec(project.files.get(file)?.text ?? '')?.[0].length ?? 0;
      report({
        at: { file, span: { start: 0, end: line } },
        message: `${basename(main)} does not load this file.`,
        related: [{ file: main, span: { start: 0, end: 0 }, message: 'The main file.' }],
        data: { file, main },
      });
    }
  },
  fix: ({ data: { file, main } }, { project }) => loadFile(project, main, file),
});
