/** A name as it is written behind the colon of a field: in quotation marks where it has blanks or signs. */
export const asQueryValue = (name: string): string =>
  /^[\p{L}\p{N}\p{M}_.'\u2019-]+$/u.test(name) ? name : `"${name.replaceAll('"', '')}"`
