import type { AppManifest } from './manifest';

/**
 * What of the manifest does not hold here, for whoever starts the site.
 *
 * @param node the version of Node that runs the app, such as `20.20.2`
 */
export function noticesOf({ runtime, notPlayed }: AppManifest, node: string): readonly string[] {
  const wanted = /^nodejs(\d+)\.x$/.exec(runtime ?? '')?.[1];
  const [major] = node.split('.');
  return [
    ...(wanted === undefined || wanted === major
      ? []
      : [`The manifest asks for Node ${wanted}; the app runs on Node ${node} here.`]),
    ...(notPlayed.length === 0 ? [] : [`Not played here: ${notPlayed.join(', ')}.`]),
  ];
}
