/** The day of a moment in the reader's locale and time zone: "29 Oct 2025". */
import { useIntl } from 'react-intl'

export function useFormatMoment(): (at: string) => string {
  const intl = useIntl()
  return (at) => intl.formatDate(at, { year: 'numeric', month: 'short', day: 'numeric' })
}
