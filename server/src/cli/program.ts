import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import { fates } from '../availability/retire';
import { DEFAULT_SPARE_SERVER } from '../availability/server-name';
import { storeNames } from '../availability/store-address';
import { type DaemonType, daemonTypes, isDaemonType } from '../schema';
import { alignments, defaultStyle, listStyles } from '../features/formatting';
import { ruleOf } from '../rules';
import { families, isLevel, levelNames, type Levels } from '../rules/levels';
import { check } from './check';
import { compare } from './compare';
import { failover } from './failover';
import { format } from './format';
import { checkFormats } from './formats';
import { type Io, STATUS, UsageError } from './io';
import { objects } from './objects';
import { retire } from './retire';
import { spares } from './spares';

const terminal: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stdin: async () => Buffer.concat((await process.stdin.toArray()) as Buffer[]),
  cwd: process.cwd().replaceAll('\\', '/'),
  colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
};

/** Runs the command line; the promise is its exit status and never rejects. */
export async function run(args: readonly string[], io: Io = terminal): Promise<number> {
  let status: number = STATUS.ok;
  const program = new Command('shinken')
    .description("Reads Shinken's configuration as the arbiter does, without starting it.")
    .version(version)
    .showHelpAfterError()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .exitOverride();

  const dialect = (): Option =>
    new Option('--dialect <version>', 'the Shinken whose arbiter is meant').choices(['2.4', '3.0']).default('2.4');

  /** A command that reads a configuration: what all of those have in common. */
  const reading = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .argument(
        '[main...]',
        'main configuration files, read together; or one folder that holds one (default: the current folder)',
      )
      .addOption(dialect())
      .option(
        '--hostname <name>',
        'the machine that the arbiter would run on; without it nothing is refused for its name',
        nonEmpty,
      )
      .exitOverride();

  reading('check', 'Tells what the arbiter would refuse or warn of, and what it would pass over in silence.')
    .addOption(new Option('--format <format>', 'how to print the result').choices([...checkFormats]).default('text'))
    .addOption(
      new Option(
        '--fail-on <severity>',
        'exit with 1 on an error: what the arbiter would refuse; on a warning: anything that is shown as a warning or an error',
      )
        .choices(['error', 'warning'])
        .default('error'),
    )
    .addOption(
      new Option('--copy <folder>', 'another copy of the configuration, such as the spare arbiter has; may be repeated')
        .argParser((folder: string, before: readonly string[]) => [...before, folder])
        .default([], 'none'),
    )
    .addOption(
      new Option(
        '--rule <code=level>',
        `the level of a rule, or of a whole family as style/*: ${levelNames.join(', ')}; may be repeated. What the arbiter refuses it refuses all the same`,
      )
        .argParser(levelAnd)
        .default(new Map(), "the rules' own"),
    )
    .action((mains: string[], options) => {
      status = check(mains, options, io);
    });

  reading('objects', 'Prints every object as the arbiter has it after templates, groups, expansion and defaults.')
    .addOption(new Option('--format <format>', 'how to print the result').choices(['text', 'json']).default('text'))
    .option('--type <type>', 'only objects of this type')
    .option('--name <name>', 'only objects of this name; services are host/description')
    .action((mains: string[], options) => {
      status = objects(mains, options, io);
    });

  reading('failover', 'Tells who takes over, after how long, and what is lost, when servers die.')
    .option(
      '--down <addresses>',
      'servers that are dead at once, or single daemons as kind/name, with commas between them; may be repeated, and an empty one is "all is well" (default: nothing, then each server alone)',
      (value: string, before: readonly string[]) => [...before, value],
      [] as readonly string[],
    )
    .option('--pairs', 'every two servers, too', false)
    .addOption(new Option('--format <format>', 'how to print the result').choices(['text', 'json']).default('text'))
    .action((mains: string[], options) => {
      status = failover(mains, options, io);
    });

  reading('spares', 'Prints, or writes, a spare definition for every daemon that has none; and what may die then.')
    .option('--server <name>', 'the machine that the spares would run on', nonEmpty, DEFAULT_SPARE_SERVER)
    .option('--for <address>', 'only for daemons on this address', nonEmpty)
    .addOption(
      new Option('--kind <kind>', `only spares of this kind (${daemonTypes.join(', ')}); may be repeated`)
        .argParser(daemonTypeAnd)
        .default([], 'all'),
    )
    .addOption(
      new Option('--realm <name>', 'only for daemons of this realm; may be repeated')
        .argParser((value: string, before: readonly string[]) => [...before, value])
        .default([], 'all'),
    )
    .addOption(
      new Option('--retention <store>', 'have schedulers and their spares share a store for their states').choices([
        ...storeNames,
      ]),
    )
    .option(
      '--retention-server <address>',
      "where that store is (default: where a module says it, else the spares' machine)",
      nonEmpty,
    )
    .option('--mend', 'change spares that are there, too: those that lack tags, or would die with their master', false)
    .option('--load', 'add cfg_file lines to the main file for new files that it would not read', false)
    .option('--write', 'write it all; no file is ever overwritten by a new one', false)
    .addOption(new Option('--format <format>', 'how to print the result').choices(['text', 'json']).default('text'))
    .action((mains: string[], options) => {
      status = spares(mains, options, io);
    });

  reading('retire', 'Prints, or writes, the configuration without a server; and what the simulation says of it.')
    .requiredOption('--server <name>', 'the machine that goes for good', nonEmpty)
    .addOption(
      new Option('--spares <fate>', 'what becomes of spares elsewhere that lose all their masters')
        .choices([...fates])
        .default('promote'),
    )
    .option('--write', 'write it', false)
    .option('--force', 'even if the arbiter would refuse it, or work would be left to nobody', false)
    .addOption(new Option('--format <format>', 'how to print the result').choices(['text', 'json']).default('text'))
    .action((mains: string[], options) => {
      status = retire(mains, options, io);
    });

  program
    .command('format')
    .description(
      'Puts files in order: indentation and columns. White space alone changes, and nothing that the arbiter reads.',
    )
    .argument(
      '<file...>',
      'files, formatted where they stand; folders, for all Shinken files in them; or - for standard input',
    )
    .option('--check', 'write nothing, list the files that are not in order, and exit with 1 if there are any', false)
    .addOption(new Option('--stdout', 'print the result, and write nothing').default(false).conflicts('check'))
    .option(
      '--stdin-filepath <path>',
      'where the text on standard input would stand, to look for .editorconfig from there',
    )
    .addOption(
      new Option(
        '--alignment <where>',
        'values in one column for each object or for the file, behind one blank, or as they are',
      )
        .choices(alignments)
        .default(defaultStyle.alignment),
    )
    .addOption(
      new Option('--lists <how>', 'blanks at the commas of lists').choices(listStyles).default(defaultStyle.lists),
    )
    .option('--max-blank-lines <number>', 'blank lines to leave in a row (default: all)', positiveInteger)
    .addOption(dialect())
    .addHelpText(
      'after',
      '\nIndentation is as .editorconfig says, else 4 blanks.\nExit status: 0; 1 with --check when a file is not in order; 2 when one cannot be read or written.',
    )
    .exitOverride()
    .action(async (files: string[], options) => {
      status = await format(files, options, io);
    });

  program
    .command('compare')
    .description('Compares two copies of a configuration, such as those of two arbiters, object by object.')
    .argument('<a>', 'a folder or a main file; or git:REF, the folder of the other copy as it was in that commit')
    .argument('<b>', 'the same of the other copy')
    .addOption(dialect())
    .addOption(new Option('--format <format>', 'how to print the result').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      '\nExit status: 0 when both say the same, 1 when they differ, 2 when one of them cannot be read.',
    )
    .exitOverride()
    .action(async (a: string, b: string, options) => {
      status = await compare(a, b, options, io);
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.ok : STATUS.usage;
    if (error instanceof UsageError) {
      io.err(`shinken: ${error.message}\n`);
      return STATUS.usage;
    }
    throw error;
  }
}

function nonEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return value;
}

function positiveInteger(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError('It must be a whole number, 1 or more.');
  return Number(value);
}

/** One more level of a rule or of a family. */
function levelAnd(value: string, before: Levels): Levels {
  const [, code = '', level] = /^([^=]+)=(.+)$/.exec(value) ?? [];
  if (!isLevel(level))
    throw new InvalidArgumentError(`Write CODE=LEVEL, the level being one of ${levelNames.join(', ')}.`);
  if (!ruleOf(code) && !families.some((family) => code === `${family}/*`)) {
    throw new InvalidArgumentError(`There is no rule ${code}, and the families are ${families.join(', ')}.`);
  }
  return new Map([...before, [code, level]]);
}

/** One more kind of daemon. */
function daemonTypeAnd(value: string, before: readonly DaemonType[]): readonly DaemonType[] {
  if (!isDaemonType(value)) throw new InvalidArgumentError(`Allowed choices are ${daemonTypes.join(', ')}.`);
  return [...before, value];
}
