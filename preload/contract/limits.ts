/** How much one call takes, for both sides to go by. */

/** Ids in one call; a larger selection goes in several. */
export const MOST_IDS = 20_000;
