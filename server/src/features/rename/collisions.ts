/** Whether a new name means something already. */
import type { Analysis } from '../../analysis';
import { daemonTypes } from '../../schema';
import { hostsMeant, sharesHost } from '../hosts-meant';
import { placeText } from '../objects';
import { symbolsOf, type Occurrence, type Space } from '../symbols';
import { keyOf, spaceTitle } from '../../model/names/spaces';
import { isTemplate } from '../../model/names/written';

/** Why the places that say a name cannot all say the wanted one: a whole sentence. */
export function collision(analysis: Analysis, bound: readonly Occurrence[], wanted: string): string | undefined {
  const { project } = analysis;
  const symbols = symbolsOf(project);
  const spaces = new Set<Space>(bound.flatMap(({ space }) => (space === 'satellite' ? [...daemonTypes] : [space])));
  for (const space of spaces) {
    const name = keyOf(space, wanted);
    const taken = symbols.definitions(space, name).find((one) => isSameThing(analysis, bound, one));
    if (taken) return `${wanted} is defined already in ${placeText(project, taken.at)}.`;
    const said = meansSomethingUndefined(space) ? symbols.references(space, name)[0] : undefined;
    if (said)
      return `${wanted} is said already in ${placeText(project, said.at)}: it would mean this ${spaceTitle(space)} from then on.`;
  }
  return spaces.has('service') ? generatedCollision(analysis, bound, wanted) : undefined;
}

/** The other one of the wanted name would be taken for this one. */
function isSameThing(analysis: Analysis, bound: readonly Occurrence[], other: Occurrence): boolean {
  if (other.space !== 'service') return true;
  // A template that nothing uses makes no service.
  const isIdle = other.object && isTemplate(other.object) && hostsMeant(analysis.model, other) === undefined;
  if (isIdle) return false;
  return bound.some((one) => one.role === 'definition' && sharesHost(analysis, one, other));
}

/** Names that work though nobody defines them: templates are tags, groups are made, macros are empty. */
function meansSomethingUndefined(space: Space): boolean {
  return /^(?:template|custom) |group$|^macro$/.test(space);
}

/** A host has such a service although no line says its name. */
function generatedCollision({ model }: Analysis, bound: readonly Occurrence[], wanted: string): string | undefined {
  const definitions = bound.filter(({ role }) => role === 'definition');
  for (const definition of definitions) {
    for (const host of hostsMeant(model, definition) ?? []) {
      const service = model.find('service', `${host}/${wanted}`);
      const isBound = definitions.some(
        ({ property }) => property?.node === service?.origins.get('service_description')?.property.node,
      );
      if (service && !isBound) return `The host ${host} has a service ${wanted} already.`;
    }
  }
  return undefined;
}
