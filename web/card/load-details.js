import detailsUrl from '../model/details.json?url';

/**
 * What only who looks at the card needs: written beside it by export_model.py.
 * @typedef {{
 *   version: string,
 *   confusion: Record<string, number[][]>,
 *   corruptions: Record<string, { accuracy: number, interval: [number, number], refused: number }>,
 * }} Details
 */

/**
 * @param {string} version of the card
 * @returns {Promise<Details>}
 * @throws {Error} where they cannot be fetched, or are another model's
 */
export async function loadDetails(version) {
  const response = await fetch(detailsUrl);
  if (!response.ok) throw new Error(`The card's details could not be fetched (${response.status}).`);
  /** @type {Details} */
  const details = await response.json();
  if (details.version !== version) throw new Error(`The details are of model ${details.version}, not of ${version}.`);
  return details;
}
