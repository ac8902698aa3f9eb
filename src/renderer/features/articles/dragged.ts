/** Type of what is dragged from the table onto a collection: ids of articles, as JSON. */
export const DRAGGED_ARTICLES = 'application/x-parley-articles'
