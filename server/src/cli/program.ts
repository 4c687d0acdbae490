import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import { DEFAULT_SPARE_SERVER } from '../availability/server-name';
import { check } from './check';
import { compare } from './compare';
import { failover } from './failover';
import { checkFormats } from './formats';
import { type Io, STATUS, UsageError } from './io';
import { objects } from './objects';
import { spares } from './spares';

const terminal: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
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
      new Option('--fail-on <severity>', 'exit with 1 on a problem of that severity')
        .choices(['error', 'warning'])
        .default('error'),
    )
    .option(
      '--copy <folder>',
      'another copy of the configuration, such as the spare arbiter has; may be repeated',
      (folder: string, before: readonly string[]) => [...before, folder],
      [] as readonly string[],
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

  reading('spares', 'Prints, or writes, a spare definition for every daemon that has none.')
    .option('--server <name>', 'the machine that the spares would run on', nonEmpty, DEFAULT_SPARE_SERVER)
    .option('--for <address>', 'only for daemons on this address', nonEmpty)
    .option('--write', 'create the files; none is ever overwritten', false)
    .addOption(new Option('--format <format>', 'how to print the result').choices(['text', 'json']).default('text'))
    .action((mains: string[], options) => {
      status = spares(mains, options, io);
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
