/** Room for a sentence or two: the reason stands on the chart and in its table. */
export const longestReason = 300;

export const emptyBaseline = { month: '', reason: '' };
