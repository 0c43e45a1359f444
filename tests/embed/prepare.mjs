// The charts that are embedded.
import {made, ours, render} from './tools.mjs';
import {resolve} from 'node:path';

// Four pixels to the point: letters are then compared, not how their edges are smoothed.
export const RESOLUTION = 288;

export function prepare() {
  const real = [resolve('events/diplomacy.yaml'), ours('figure.yaml')];
  render(...real, '-c', 'figure', '-f', 'svg', '-f', 'pdf', '-f', 'json', '-f', 'html', '-f', 'png',
    '--resolution', RESOLUTION, '-o', made(''));
  render(...real, '-c', 'figure', '-o', made('small.png'), '--resolution', 144);
  render(...real, '-c', 'figure', '-o', made('live.svg'), '--text', 'live');
  render(...real, '-c', 'figure', '-o', made('fonts.svg'), '--text', 'live', '--embed-fonts');
  render(...real, '-c', 'figure', '-o', made('wide.svg'), '--responsive', '--id-prefix', 'wide');
  render(...real, '-c', 'figure', '-o', made('light.svg'), '--no-dark', '--id-prefix', 'light');
  render(ours('scripts.yaml'), '-f', 'svg', '-f', 'pdf', '-f', 'html', '-o', made(''));
}
