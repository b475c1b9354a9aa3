/**
 * @typedef {{
 *   name: string,
 *   comment: string,
 *   severity: 'error',
 *   from: { path?: string },
 *   to: { path?: string, pathNot?: string, circular?: boolean, couldNotResolve?: boolean },
 * }} LayerRule comment: what to do about it
 */

/** A folder of web/ that is no layer is a feature. */
const FEATURE = '^web/(?!(?:reader|app|texts|shared|model|styles|public)/)([^/]+)/';
const BELOW_FEATURES = '^web/(reader|texts|shared|model)/';

/**
 * These folders of web/ may import those, in the words of dependency-cruiser; CONTRIBUTING.md tells why.
 * @type {LayerRule[]}
 */
export const RULES = [
  {
    name: 'no-circles',
    comment: 'The two import each other, perhaps by a detour. Move what both need into a file below them.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'reader-knows-no-page',
    comment:
      "The reader runs in a worker and on other people's pages. Hand in what it needs, or move that into reader/.",
    severity: 'error',
    from: { path: '^web/reader/' },
    to: { path: '^web/', pathNot: '^web/(reader|model)/' },
  },
  {
    name: 'texts-and-shared-know-no-feature',
    comment:
      'Features stand on texts/ and shared/. Hand in what it needs, or move the file to the feature that uses it.',
    severity: 'error',
    from: { path: '^web/(texts|shared)/' },
    to: { path: '^web/', pathNot: `${BELOW_FEATURES}|^web/inkdigit\\.js$` },
  },
  {
    name: 'features-know-no-other',
    comment: 'Move what both features need into shared/, or let app/ hand one to the other.',
    severity: 'error',
    from: { path: FEATURE },
    to: { path: FEATURE, pathNot: '^web/$1/' },
  },
  {
    name: 'features-know-no-app',
    comment: 'app/ puts the features together. Let it hand in what the feature needs.',
    severity: 'error',
    from: { path: FEATURE },
    to: { path: '^web/(app/|main\\.js$)' },
  },
  {
    name: 'the-module-is-the-reader',
    comment: 'What others embed is the reader alone: inkdigit.js imports nothing else.',
    severity: 'error',
    from: { path: '^web/inkdigit\\.js$' },
    to: { path: '^web/', pathNot: '^web/reader/' },
  },
  {
    name: 'not-found',
    comment: 'There is no such file. Was it moved?',
    severity: 'error',
    from: {},
    to: { path: '^[.]|^web/', couldNotResolve: true },
  },
];

/**
 * The rules that hold for the types in comments too: the lower layers name nothing above them. A feature may name the
 * types of what the page hands to it.
 */
export const TYPE_RULES = RULES.filter(
  ({ name }) => name === 'reader-knows-no-page' || name.startsWith('texts-and-shared'),
);
