/** Pixels; the style sheet has the same numbers. Equal heights are what makes jumping through a million rows exact. */
export const lineHeightPx = 36;
/** The heading, which stays at the top. */
export const headHeightPx = 34;
