/** What hosts and services tell web interfaces. Shinken passes it on to brokers and does nothing else with it. */
import type { Directive } from '../../types';
import { iconSets } from '../choices';

export const notes: Directive = {
  name: 'notes',
  value: 'string',
  default: '',
  doc: 'Free text for people, shown by web interfaces.',
};

export const notesUrl: Directive = {
  name: 'notes_url',
  value: 'string',
  default: '',
  doc: 'Address of a page to read, such as a runbook, that web interfaces link to.',
};

export const actionUrl: Directive = {
  name: 'action_url',
  value: 'string',
  default: '',
  doc: 'Address of a page to act on, such as graphs or a console, that web interfaces link to.',
};

export const iconImage: Directive = {
  name: 'icon_image',
  value: 'string',
  default: '',
  doc: 'File name of the picture in web interfaces in the style of Nagios, e.g. `linux40.png`.',
};

export const iconImageAlt: Directive = {
  name: 'icon_image_alt',
  value: 'string',
  default: '',
  doc: 'Text in place of `icon_image` where no picture can be shown.',
};

export const displayDirectives: readonly Directive[] = [
  notes,
  notesUrl,
  actionUrl,
  iconImage,
  iconImageAlt,
  {
    name: 'icon_set',
    value: 'string',
    default: '',
    choices: iconSets,
    doc: 'Picture in the first WebUI; the second one does not look at it.',
  },
  {
    name: 'custom_views',
    value: 'list',
    default: '',
    doc: 'Names of extra panels on the page of the WebUI, between commas.',
  },
];

/** Places on maps: hosts have them, and `hostextinfo` spells them too. */
export const mapDirectives: readonly Directive[] = [
  {
    name: 'vrml_image',
    value: 'string',
    default: '',
    doc: 'File name of the texture on a three-dimensional map in the style of Nagios.',
  },
  {
    name: 'statusmap_image',
    value: 'string',
    default: '',
    doc: 'File name of the picture on a status map in the style of Nagios.',
  },
];

export const coordinateDirectives: readonly Directive[] = [
  {
    name: '2d_coords',
    value: 'string',
    default: '',
    doc: 'Place on a status map, `x,y` in pixels from the upper left corner, e.g. `100,250`.',
  },
  {
    name: '3d_coords',
    value: 'string',
    default: '',
    doc: 'Place on a three-dimensional map, `x,y,z` around `0.0,0.0,0.0`, e.g. `100.0,50.0,75.0`.',
  },
];
