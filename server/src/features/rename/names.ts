/** What a new name must not be, whatever there is already. */
import type { Analysis } from '../../analysis';
import type { Project } from '../../project/types';
import {
  builtInCommands,
  globalMacros,
  mainSettings,
  notificationMacros,
  objectTypeList,
  outputMacros,
} from '../../schema';
import { inheritedProperty, templatesOf } from '../inheritance';
import { placeText } from '../objects';
import { symbolsOf, type Occurrence, type Space } from '../symbols';
import { written } from '../../model/names/written';
import { sharesHost } from '../hosts-meant';
import { spaceTitle } from '../../model/names/spaces';

/** Why the name cannot become this one: a whole sentence. */
export function refusedName(
  analysis: Analysis,
  { space, name }: Occurrence,
  bound: readonly Occurrence[],
  wanted: string,
): string | undefined {
  if (wanted === '') return 'A name cannot be empty.';
  const generator = generatorOf(analysis, bound);
  const illegal = illegalIn(analysis.project, space, generator ? wanted.replaceAll('$KEY$', '') : wanted);
  if (illegal !== undefined) return `A name cannot hold ${illegal}.`;
  const keyword = keywordFor(space, wanted);
  if (keyword !== undefined) return keyword;
  if (generator && name.includes('$KEY$') && !wanted.includes('$KEY$'))
    return 'Without $KEY$ all the services that duplicate_foreach makes would have the same name.';
  return generator && generatedReference(analysis, generator);
}

/** Words that stand for something else wherever such a name may be said. */
function keywordFor(space: Space, wanted: string): string | undefined {
  if (wanted === 'null') return 'null is no name: it takes back what a template says.';
  if (wanted === '*') return '* is no name: it stands for all.';
  if (/\\s*$/.test(wanted)) return 'A name cannot end in a backslash: the next line would be taken for a part of it.';
  if (space === 'service' && wanted.startsWith('r:'))
    return 'A name cannot begin with r: because service_excludes and service_includes take that for a pattern.';
  if ((space === 'poller-tag' || space === 'reactionner-tag') && wanted === 'None')
    return 'None is Shinken’s own tag, of whatever has no other.';
  if (space === 'command' && (builtInCommands as readonly string[]).includes(wanted))
    return `${wanted} is Shinken’s own command.`;
  if (space === 'macro' && isOwnMacro(wanted)) return `$${wanted}$ is Shinken’s own macro.`;
  return undefined;
}

const ownMacros: ReadonlySet<string> = new Set([
  ...[...globalMacros, ...notificationMacros].map(({ name }) => name),
  ...outputMacros,
  ...objectTypeList.flatMap(({ macros }) => Object.keys(macros)),
]);

/** Shinken puts something in the place of `$name$`, whatever resource files say. */
export function isOwnMacro(name: string): boolean {
  return ownMacros.has(name) || /^(?:ARG\d|_(?:HOST|SERVICE|CONTACT)\w|KEY$|VALUE\d*$)/.test(name);
}

const illegalCharacters = mainSettings.find(({ name }) => name === 'illegal_object_name_chars')?.default ?? '';

/** What the new name must not hold, as a person would say it: characters that end a value, part a list or that Shinken refuses. */
function illegalIn(project: Project, space: Space, name: string): string | undefined {
  if (space === 'macro' || space.startsWith('custom ')) return shown(/[^A-Za-z0-9_]/.exec(name)?.[0]);
  const checked = space === 'host' || space === 'service' || space === 'contact';
  const setting = project.settings.findLast(({ key }) => key === 'illegal_object_name_chars')?.value;
  // `*` alone has a reason of its own.
  const refused = `,;!\r\n${checked && name !== '*' ? (setting ?? illegalCharacters) : ''}`;
  return shown([...name].find((character) => refused.includes(character)) ?? /^\+|[&|()]/.exec(name)?.[0]);
}

function shown(character: string | undefined): string | undefined {
  if (character === undefined) return undefined;
  return /[\r\n]/.test(character) ? 'a line break' : character === ' ' ? 'a blank' : character;
}

/** The description of a service that is made once for each entry of a macro of its hosts. */
function generatorOf({ project }: Analysis, bound: readonly Occurrence[]): Occurrence | undefined {
  return bound.find(({ role, space, object }) => {
    if (role !== 'definition' || space !== 'service' || !object) return false;
    const own = written(object, 'duplicate_foreach');
    return Boolean(own ?? inheritedProperty(templatesOf(project, object), 'duplicate_foreach')?.property.value);
  });
}

/** Others name the services that a generator makes, and not the generator: nobody can tell what they should say then. */
function generatedReference(analysis: Analysis, generator: Occurrence): string | undefined {
  const { model, project } = analysis;
  const made = model
    .items('service')
    .filter((item) => item.origins.get('service_description')?.property.node === generator.property?.node)
    .map((item) => item.text('service_description') ?? '');
  for (const name of new Set(made)) {
    if (name === generator.name) continue;
    const reference = symbolsOf(project)
      .references('service', name)
      .find((one) => sharesHost(analysis, generator, one));
    if (reference)
      return `${name} in ${placeText(project, reference.at)} names a ${spaceTitle('service')} that is made from this name.`;
  }
  return undefined;
}
