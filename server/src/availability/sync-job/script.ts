/** The script that copies: plain sh, for whatever machine a Shinken is on. */
import type { NamedJob, SyncFacts } from '../sync-job';

/** Of one machine alone, or left behind by editors and version control. */
const neverCopied = ['*.pid', '*.lock', '*.sock', '*.log', '*.sw?', '*~', '.git/'];

export function syncScript(job: NamedJob, facts: SyncFacts): string {
  const mains = facts.mains.length > 0 ? facts.mains : ['shinken.cfg'];
  return [
    head(job, facts),
    variables(job, facts),
    functions,
    checks(mains),
    facts.namesItself ? inPlace(mains) : staged(mains),
  ].join('\n');
}

/** A word of the shell's, whatever is in it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function head({ name, program, server, folder }: NamedJob, { namesItself, outside }: SyncFacts): string {
  const arbiter = namesItself ? 'the arbiter of this machine' : `the arbiter on ${server}`;
  const notCopied = outside.map((path) => `#   ${path}\n`).join('');
  return `#!/bin/sh
# Copies ${folder} to ${server}: a spare arbiter that has to start by itself reads its own copy.
#
#   ${name}
#       copies it, unless ${arbiter} refuses what would be copied
#   ${name} --dry-run
#       lists what would be copied and what would be deleted, and changes nothing
#
# It belongs in ${program} on the master arbiter's server, and runs as root there: owners and
# modes are copied, too. Both machines need rsync, and ${server} has to let root in by an ssh key without a password.
# No daemon is started, stopped or restarted, on either machine.
${notCopied === '' ? '' : `#\n# The configuration also reads these, which are not in ${folder} and are not copied:\n${notCopied}`}
set -eu
`;
}

function variables({ name, server, folder }: NamedJob, { excluded }: SyncFacts): string {
  const own = excluded.map((path) => `/${path.replace(/[\\*?[]/g, '\\$&')}`);
  const patterns = [...neverCopied, ...own].map((pattern) => `  --exclude=${quoted(pattern)}`);
  const local = server.includes(':') ? `[${server}]` : server;
  return `name=${quoted(name)}
source=${quoted(folder)}
# Where it goes to on the target: the same place, for the configuration may name it.
folder=${quoted(folder)}
target=${quoted(server)}
# The same machine, as rsync writes it.
rsync_target=${quoted(local)}
# BatchMode: ask for no password, but fail.
ssh='ssh -o BatchMode=yes -o ConnectTimeout=10'

dry_run=
case "$#:\${1-}" in
  0:) ;;
  1:--dry-run) dry_run=yes ;;
  *)
    printf 'Usage: %s [--dry-run]\\n' "$name" >&2
    exit 2
    ;;
esac

# From here on "$@" is what rsync is told wherever it runs.
# --delete: what is gone here goes there as well. Without it a host that was deleted here would live on in the copy, and would be
# monitored again as soon as the spare arbiter takes over.
# --exclude: of one machine alone, or no configuration. What is excluded is neither copied nor deleted there.
set -- --archive --delete \\
${patterns.join(' \\\n')}
`;
}

const functions = `staged=
doing='starting'

# To the terminal or to systemd's journal; where there is neither (cron), to the system's log.
say() {
  if [ -t 1 ] || [ -n "\${JOURNAL_STREAM-}" ]; then
    printf '%s\\n' "$*"
  else
    logger -t "$name" -- "$*"
  fi
}

say_lines() {
  while IFS= read -r line; do
    say "$line"
  done
}

fail() {
  say "$*"
  if [ ! -t 1 ] && [ -z "\${JOURNAL_STREAM-}" ]; then
    printf '%s: %s\\n' "$name" "$*" >&2
  fi
  exit 1
}

# Runs a command on the target, whose shell reads it once more: each word is quoted for that.
remote() {
  words=
  for word in "$@"; do
    words="$words '$(printf '%s' "$word" | sed "s/'/'\\\\\\\\''/g")'"
  done
  # shellcheck disable=SC2086 # It is several words.
  $ssh -n "$target" "$words"
}

finish() {
  status=$?
  if [ -n "$staged" ]; then
    remote rm -rf "$staged" || true
  fi
  if [ "$status" -ne 0 ]; then
    say "Ended with status $status while $doing."
  fi
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' HUP TERM
`;

/** A file in the folder that a variable of the script names. */
function inFolder(variable: string, file: string): string {
  return /^[\w./-]+$/.test(file) ? `"${variable}/${file}"` : `"${variable}"/${quoted(file)}`;
}

function checks(mains: readonly string[]): string {
  const missing = 'fail "There is no configuration in $source: nothing was copied."';
  const tests = mains.map((main) => `[ -f ${inFolder('$source', main)} ] || ${missing}\n`).join('');
  return `# An empty folder, or one that is not mounted, would empty the copy as well.
${tests}
if [ -n "$dry_run" ]; then
  doing="asking what would change on $target"
  rsync "$@" --dry-run --itemize-changes --protect-args --rsh="$ssh" "$source/" "$rsync_target:$folder/"
  exit
fi
`;
}

const verify = (where: string, mains: readonly string[]): string =>
  `shinken-arbiter -v ${mains.map((main) => `-c ${inFolder(where, main)}`).join(' ')}`;

/** Beside the copy first, where the target's own arbiter reads it, and only then over the copy. */
function staged(mains: readonly string[]): string {
  return `# First beside the copy that is there, so that the arbiter on the target can be asked before anything changes.
doing="making a folder on $target"
staged=$(remote mktemp -d "$folder.new.XXXXXX")

doing="copying to $staged on $target"
rsync "$@" --copy-dest="$folder" --protect-args --rsh="$ssh" "$source/" "$rsync_target:$staged/"

doing="asking the arbiter on $target"
if ! said=$(remote ${verify('$staged', mains)} 2>&1); then
  printf '%s\\n' "$said" | tail -n 20 | say_lines
  fail "The arbiter on $target does not accept this configuration: its copy is as it was."
fi

doing="putting the new copy in its place on $target"
changes=$(remote rsync "$@" --itemize-changes "$staged/" "$folder/")
${done}`;
}

/** Straight over the copy: anywhere else, absolute paths would lead to the copy that is there already. */
function inPlace(mains: readonly string[]): string {
  return `# The main file names its own files by whole paths: anywhere else, an arbiter would read the old copy. So this machine's arbiter
# is asked before, and the target's afterwards.
doing='asking the arbiter here'
if ! said=$(${verify('$source', mains)} 2>&1); then
  printf '%s\\n' "$said" | tail -n 20 | say_lines
  fail "The arbiter does not accept this configuration: nothing was copied."
fi

doing="copying to $target"
changes=$(rsync "$@" --delay-updates --itemize-changes --protect-args --rsh="$ssh" "$source/" "$rsync_target:$folder/")

doing="asking the arbiter on $target"
if ! said=$(remote ${verify('$folder', mains)} 2>&1); then
  printf '%s\\n' "$said" | tail -n 20 | say_lines
  fail "The copy on $target is as it is here, and yet the arbiter there does not accept it."
fi
${done}`;
}

const done = `
if [ -z "$changes" ]; then
  say "Nothing has changed: the copy on $target is as it was."
else
  printf '%s\\n' "$changes" | say_lines
  say "The copy on $target is as it is here."
fi
`;
